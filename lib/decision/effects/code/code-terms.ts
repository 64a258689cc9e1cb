/** Expressions of several languages that have a value one can tell. All are sticky; none goes back over what it has read. */

export const HOME =
  /(?:os\.environ(?:\.get\(|\[)\s*["']HOME["'][^)\]]{0,20}[)\]]|os\.getenv\(\s*["']HOME["'][^)]{0,20}\)|os\.Getenv\(\s*"HOME"\s*\)|getenv\(\s*["']HOME["']\s*\)|Path\.home\(\)|pathlib\.Path\.home\(\)|os\.homedir\(\)|homedir\(\)|process\.env\.HOME|process\.env\[\s*["']HOME["']\s*\]|Deno\.env\.get\(\s*["']HOME["']\s*\)|Dir\.home|ENV\[\s*["']HOME["']\s*\]|ENV\.fetch\(\s*["']HOME["']\s*\)|\$ENV\{["']?HOME["']?\}|\$_SERVER\[\s*["']HOME["']\s*\]|Sys\.getenv\(\s*["']HOME["']\s*\))/y;
export const WORKING_DIRECTORY =
  /(?:os\.getcwd\(\)|(?:pathlib\.)?Path\.cwd\(\)|process\.cwd\(\)|Deno\.cwd\(\)|Dir\.pwd|getcwd\(\)|__dirname\b|__DIR__\b|import\.meta\.dirname)/y;
export const SCRATCH =
  /(?:tempfile\.(?:mkdtemp|mkstemp|gettempdir)\([^()]{0,80}\)|os\.tmpdir\(\)|Dir\.(?:mktmpdir|tmpdir)(?:\([^()]{0,40}\))?|sys_get_temp_dir\(\)|(?:fs\.)?mkdtempSync\([^;\n]{0,120}\))/y;
export const ITSELF = /(?:sys\.executable|process\.execPath|RbConfig\.ruby|PHP_BINARY)/y;
export const ARGUMENT = /(?:sys\.argv|process\.argv|ARGV|@ARGV|\$ARGV|Deno\.args)\s*\[\s*(\d)\s*\]/y;
/** Calls that give back what they are given, joined where it is several. */
export const JOINING =
  /(?:os\.path\.join|filepath\.Join|path\.(?:join|resolve)|File\.join|joinpath|(?:new\s{1,3})?(?:java\.io\.)?File(?=\s?\(\s?["'])|(?:pathlib\.)?(?:Pure)?(?:Posix)?Path|url\.pathToFileURL)\s*\(/y;
export const PASSING =
  /(?:str|String|list|compile|tuple|sorted|glob|os\.fspath|os\.path\.(?:expanduser|expandvars|abspath|realpath|normpath)|File\.expand_path|Path\.expand|expand_path|shlex\.(?:split|quote)|path\.normalize|await|new)\s*[(\s]/y;
export const LISTING =
  /(?:os\.(?:listdir|scandir|walk)|(?:fs\.)?readdirSync|Dir\.(?:children|entries|each_child)|Find\.find)\s*\(?/y;
export const WALKING = /(?:Dir\.glob|glob\.i?glob|glob)\s*\(?|Dir\[/y;
export const NAME = /[$@]?[A-Za-z_]\w*/y;
export const NUMBER = /(?:0x[\da-f]{1,6}|0o[0-7]{3,4}|\d{1,7})(?=\s{0,3}(?:[,)\]};\n]|$|for\b))/iy;
export const SPACE = /[\s\\]*/y;
export const PREFIX = /(?:[rRbBuUfF]{1,2})?(?=["'`])/y;
/** Calls on a value whose result can be told, and what joins two values. */
export const METHOD =
  /\s*\.\s*(joinpath|glob|rglob|iterdir|format|split|strip|trim|toString|resolve|expanduser|absolute|with_suffix|parent|replace|join|concat)\b\s*(\()?/y;
export const OPERATOR =
  /\s*(?:\+|\/(?!\/)|%(?!\w)|\.\.(?!\.)|\.(?=\s*["'$(]|\s+\w|getenv|chr\(|\w+_decode\(|hex2bin)|<<)\s*/y;
/** What an expression can end before. */
export const END = /[ \t]*(?=$|[,;)\]}\n|&]|for\b|if\b|do\b|or\b|and\b|unless\b|as\b|in\b|t\b|nil\b|#|\/\/|`)/y;
