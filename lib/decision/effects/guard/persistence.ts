/** What kind of start-up or login mechanism a path belongs to; null for ordinary files. */
export function persistenceAt(path: string, home: string): string | null {
  if (path.startsWith(`${home}/`) || /^\/(root|home\/[^/]+|Users\/[^/]+)\//.test(path)) {
    const below = path.startsWith(`${home}/`)
      ? path.slice(home.length)
      : path.replace(/^\/(root|home\/[^/]+|Users\/[^/]+)/, "");
    for (const [pattern, what] of BELOW_HOME) if (pattern.test(below)) return what;
  }
  for (const [pattern, what] of ABSOLUTE) if (pattern.test(path)) return what;
  return null;
}

/** Programs that everybody has and runs all day: another one of that name in front of them is run in their place. */
const DAILY = "(?:git|ssh|sudo|su|ls|cat|rm|cp|mv|ps|env|sh|bash|zsh|curl|wget|grep|find|passwd|login|claude)";

export const DAILY_PROGRAM = new RegExp(`^${DAILY}$`);

const BELOW_HOME: readonly (readonly [RegExp, string])[] = [
  [/^\/\.ssh\/(authorized_keys2?|rc|environment)$/, "ssh-key"],
  [/^\/\.ssh\/config$/, "ssh-config"],
  [
    /^\/\.(bash|zsh)\w*$|^\/\.(profile|login|cshrc|tcshrc|kshrc|envrc|xinitrc|xprofile|xsession|xsessionrc|inputrc)$|^\/\.config\/fish\//,
    "shell-start-up",
  ],
  [
    /^\/\.(?:config|local\/share)\/(systemd\/user|autostart|environment\.d)\/|^\/\.config\/(?:plasma-workspace\/env|i3\/config|sway\/config|hypr\/)|^\/\.(?:xsessionrc|pam_environment)$/,
    "login-item",
  ],
  [/^\/Library\/(LaunchAgents|StartupItems|LaunchDaemons)\//, "login-item"],
  [
    /^\/\.(?:oh-my-zsh\/custom|(?:bash|zsh)(?:rc)?\.d|config\/(?:zsh|bash|nushell))\/|^\/\.config\/powershell\/[^/]*profile\.ps1$/i,
    "shell-start-up",
  ],
  [/^\/(?:\.git-?templates?|\.config\/git\/(?:template|hooks))\/(?:hooks\/)?[^/]+$/, "git-hook"],
  [/^\/\.(gitconfig|config\/git\/config)$/, "git-config"],
  [
    /^\/\.ipython\/profile_\w+\/startup\/|^\/\.(?:irbrc|pryrc|Rprofile|gdbinit|lldbinit|pythonrc(?:\.py)?|ghci|octaverc|julia\/config\/startup\.jl|gradle\/init\.(?:gradle(?:\.kts)?|d\/.+)|sbt\/[\d.]+\/plugins\/.+)$/,
    "interpreter-start-up",
  ],
  [new RegExp(`^/(?:\\.local/)?bin/${DAILY}$`), "program"],
];
const ABSOLUTE: readonly (readonly [RegExp, string])[] = [
  [/^\/(etc\/cron|var\/spool\/(cron|at)|etc\/anacrontab|usr\/lib\/cron|private\/var\/at)/, "scheduled-job"],
  [/^\/(etc|usr\/lib|lib|run|usr\/local\/lib)\/systemd\//, "service"],
  [/^\/etc\/(init\.d|rc\.|rc\d|init|profile|bash\.bashrc|bashrc|zsh|zprofile|zshrc|zshenv|environment|xdg\/autostart|update-motd\.d|inittab|modules-load\.d|udev)/, "start-up"],
  [/^\/(Library|System\/Library)\/(LaunchAgents|LaunchDaemons|StartupItems)\//, "login-item"],
  [/^\/etc\/(ld\.so\.preload|ld\.so\.conf)/, "preload"],
  [/^\/(?:usr\/local\/|opt\/homebrew\/|private\/)?etc\/(pam\.d|security|sudoers|doas\.conf|polkit-1)/, "access"],
  [/^\/usr\/(?:local\/)?share\/polkit-1\//, "access"],
  [/^\/etc\/(passwd|shadow|group|gshadow)$/, "access"],
  [/\/\.git\/hooks\/(?!.*\.sample$)/, "git-hook"],
  [/\/Documents\/(?:Windows)?PowerShell\/[^/]*profile\.ps1$/i, "shell-start-up"],
  [/\/Start Menu\/Programs\/Start-?up\//i, "login-item"],
  [new RegExp(`^/(?:usr/local|opt/homebrew)/s?bin/${DAILY}$`), "program"],
  [/\/(usercustomize|sitecustomize)\.py$|\/(?:site|dist)-packages\/[^/]+\.pth$/, "interpreter-start-up"],
]; // prettier-ignore
