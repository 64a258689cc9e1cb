"use client";

import { Download } from "lucide-react";
import { Button } from "./button";

type Props = { filename: string; text: string; type?: string; children: string };

/** Saves text that the page already has. */
export function DownloadButton({ filename, text, type = "application/json", children }: Props) {
  function download() {
    const url = URL.createObjectURL(new Blob([text], { type }));
    Object.assign(document.createElement("a"), { href: url, download: filename }).click();
    URL.revokeObjectURL(url);
  }
  return (
    <Button size="sm" onClick={download}>
      <Download aria-hidden /> {children}
    </Button>
  );
}
