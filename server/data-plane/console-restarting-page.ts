/** Shown to people while the console restarts; the page tries again by itself. */
export const RESTARTING_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2">
<title>Gatehouse is restarting</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { display: grid; min-height: 100vh; margin: 0; place-items: center; }
  main { max-width: 28rem; padding: 1.5rem; }
  h1 { font-size: 1.25rem; }
</style>
<main role="status">
  <h1>The console is restarting</h1>
  <p>This page tries again every two seconds. Claude Code is not affected: settings and decisions go on without it.</p>
</main>
</html>
`;
