import type { Book } from "../deeds";
import { provenance } from "../deed-kinds";

const SIGNS = provenance("signs without the record by which others can check it");
const TRUSTS = provenance("takes what is signed without checking all of the signature");

/** Where software comes from and who vouches for it. */
export const SIGNING: Book = {
  cosign: {
    does: [
      [SIGNS, "sign|sign-blob|attest|attest-blob --tlog-upload=false", "sign|attest --force|-f"],
      [TRUSTS, "verify|verify-* --insecure-ignore-tlog|--insecure-ignore-sct|--private-infrastructure"],
    ],
  },
  skopeo: { does: [[TRUSTS, "copy|sync --insecure-policy|--remove-signatures"]] },
  rpm: { does: [[TRUSTS, "** --nosignature|--nodigest|--noverify"]] },
};
