/** Short names that every PowerShell has, and those of other shells that are cmdlets here. */
export const ALIASES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    "remove-item": "rm ri del erase rd rmdir", "get-childitem": "ls dir gci", "get-content": "cat gc type", "set-content": "", "add-content": "ac", "clear-content": "clc",
    "copy-item": "cp copy cpi", "move-item": "mv move mi", "rename-item": "ren rni", "new-item": "ni", mkdir: "md", "get-item": "gi", "set-item": "si", "invoke-item": "ii", "resolve-path": "rvpa",
    "set-location": "cd chdir sl", "push-location": "pushd", "pop-location": "popd", "get-location": "pwd gl",
    "get-itemproperty": "gp", "set-itemproperty": "sp", "remove-itemproperty": "rp", "clear-itemproperty": "clp",
    "invoke-webrequest": "iwr curl wget", "invoke-restmethod": "irm", "invoke-expression": "iex", "invoke-command": "icm", "start-process": "saps start", "stop-process": "spps kill", "get-process": "gps ps",
    "foreach-object": "foreach %", "where-object": "where ?", "select-object": "select", "sort-object": "sort", "group-object": "group", "measure-object": "measure", "compare-object": "compare diff", "tee-object": "tee",
    "format-table": "ft", "format-list": "fl", "format-wide": "fw", "format-custom": "fc", "out-host": "oh", "write-output": "echo write", "select-string": "sls", "import-csv": "ipcsv", "export-csv": "epcsv", "import-module": "ipmo",
    "get-command": "gcm", "get-help": "help man", "get-member": "gm", "get-unique": "gu", "get-variable": "gv", "set-variable": "set sv", "new-variable": "nv", "clear-variable": "clv", "remove-variable": "rv", "get-alias": "gal", "set-alias": "sal", "new-alias": "nal",
    "get-history": "h history ghy", "clear-history": "clhy", "invoke-history": "r ihy", "get-job": "gjb", "start-job": "sajb", "receive-job": "rcjb", "remove-job": "rjb", "wait-job": "wjb", "stop-job": "spjb", "start-sleep": "sleep", "clear-host": "clear cls",
    "get-service": "gsv", "start-service": "sasv", "stop-service": "spsv", "get-wmiobject": "gwmi", "invoke-wmimethod": "iwmi", "get-ciminstance": "gcim", "invoke-cimmethod": "icim", "set-clipboard": "scb", "get-clipboard": "gcb", "convert-path": "cvpa", "get-psdrive": "gdr",
    "enter-pssession": "etsn", "new-pssession": "nsn", "add-type": "", "get-error": "gerr", "get-timezone": "gtz",
  }).flatMap(([name, short]) => short.split(" ").filter((one) => one !== "").map((one) => [one, name])),
); // prettier-ignore

/** Verbs by which cmdlets are named. What begins otherwise is a program, e.g. `docker-compose`. */
const VERBS = new Set(
  "add approve assert backup block build checkpoint clear close compare complete compress confirm connect convert convertfrom convertto copy debug deny deploy disable disconnect dismount edit enable enter exit expand export find foreach format get grant group hide import initialize install invoke join limit lock measure merge mount move new open optimize out ping pop protect publish push read receive redo register remove rename repair request reset resize resolve restart restore resume revoke save search select send set show skip sort split start step stop submit suspend switch sync tee test trace unblock undo uninstall unlock unprotect unpublish unregister update use wait watch where write".split(
    " ",
  ),
);

export function isCmdletName(name: string): boolean {
  const dash = name.indexOf("-");
  return dash > 0 && /^[a-z]+-[a-z]\w*$/.test(name) && VERBS.has(name.slice(0, dash));
}

const LOOKING =
  /^(?:get|test|measure|select|sort|group|compare|convert|convertto|convertfrom|find|show|write|join|split|resolve|read|search|trace|wait|out|debug)-/;
/** Of those that otherwise look, the ones that do or tell more, besides those in the books of windows-books.ts. */
const MORE =
  /^(?:get-(?:azkeyvault\w*|ssmparameter\w*|adreplaccount|gpppassword|gppassword|keystrokes|laps\w*|admpwd\w*|passhashes|webconfig)|out-printer|test-(?:w3wp|reflection)|find-(?:avsignature|\w*localadmin\w*|pathdllhijack)|write-(?:volumecache|hijackdll|userhijack\w*)|debug-process|wait-debugger)$/;
/** Cmdlets that change nothing outside the session that runs them. */
const HARMLESS = new Set(
  "format-table format-list format-wide format-custom format-hex start-sleep new-timespan new-guid new-temporaryfile clear-host clear-variable remove-variable set-strictmode set-psdebug set-clipboard update-help update-typedata update-formatdata receive-job remove-job stop-job set-psreadlineoption start-transcript stop-transcript invoke-pester invoke-scriptanalyzer invoke-build invoke-psake add-member push-outputbinding new-pestercontainer new-pesterconfiguration assert-mockcalled remove-module unregister-event remove-event new-event set-culture import-localizeddata save-help exit-pssession clear-history use-culture unblock-file".split(
    " ",
  ),
);

/** Only looks, prints, computes, or works on the session's own state. */
export const isHarmless = (name: string): boolean => HARMLESS.has(name) || (LOOKING.test(name) && !MORE.test(name));

/** Pass on what comes in, or parts of it. */
export const passesOn = (name: string): boolean =>
  /^(?:select|sort|group|format|convert|convertto|convertfrom|out|compare)-/.test(name);
