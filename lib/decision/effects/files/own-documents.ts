import { isInProject } from "../../protected-paths";
import type { Span } from "../../shell/types";
import { baseName } from "../../paths";
import { add, type Scene } from "../scene";

/** What people keep for themselves: documents, tables and mail below their home, which no project is made of. */
const PERSONAL =
  /^\/(?:Documents|Desktop|Downloads|Dropbox|OneDrive[^/]*|Google Drive|iCloud Drive|Library\/Mobile Documents)\/.+\.(?:csv|tsv|xlsx?|ods|numbers|docx?|odt|pages|rtf|eml|mbox|pst|vcf|mdb|accdb|parquet)$/i;

/** A copy in the project is the project's business as long as nobody else gets it. */
export function noteDocument(from: string, to: string, scene: Scene): void {
  if (!from.startsWith(`${scene.home}/`) || !PERSONAL.test(from.slice(scene.home.length))) return;
  if (isInProject(from, scene.roots) || !isInProject(to, scene.roots)) return;
  scene.documents.set(to, from);
}

/** What is committed now was somebody's own document. */
export function commitsDocuments(span: Span, scene: Scene): void {
  for (const [to, from] of scene.documents)
    add(scene, "credential-read", "path", to, span, `commits a copy of ${baseName(from)}, one of the user's own documents`, { how: "keep", delicacy: "private" }); // prettier-ignore
  scene.documents.clear();
}
