/** Files by which accounts get in, and the directories that hold them: whoever may change one may become anybody. */
const ACCESS =
  /^\/(?:private\/)?(?:etc(?:\/(?:passwd|shadow|group|gshadow|master\.passwd|sudoers|sudoers\.d|ssh|pam\.d|security|ssl\/private)(?:\/.*)?)?|root(?:\/.*)?|boot)$|\/\.ssh(?:\/authorized_keys2?)?$/;
/** The system's own record of what happened. */
const RECORD = /^\/(?:private\/)?var\/(?:log|audit)(?:\/.*)?$/;
/** What only the system may read: the hashes of passwords, private keys. */
const HIDDEN =
  /^\/(?:private\/)?etc\/(?:g?shadow|master\.passwd|sudoers|sudoers\.d|ssl\/private|ssh\/.*_key)(?:\/.*)?$/;

export const grantsAccess = (path: string): boolean => ACCESS.test(path);
export const isRecord = (path: string): boolean => RECORD.test(path);
export const isHidden = (path: string): boolean => HIDDEN.test(path);
