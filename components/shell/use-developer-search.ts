import { useEffect, useState } from "react";
import { api } from "@/components/api";

export type FoundDeveloper = { id: string; name: string; email: string };

const DEBOUNCE_MS = 150;
const MIN_LENGTH = 2;
const SHOWN = 6;

/** Developers whose name or e-mail holds the text, a moment after the last key. */
export function useDeveloperSearch(text: string): readonly FoundDeveloper[] {
  const [found, setFound] = useState<{ for: string; items: readonly FoundDeveloper[] }>({ for: "", items: [] });
  const query = text.trim();

  useEffect(() => {
    if (query.length < MIN_LENGTH) return;
    const abort = new AbortController();
    const search = async () => {
      const parameters = new URLSearchParams({ q: query, limit: "6" });
      const page = await api<{ items: FoundDeveloper[] }>(
        "GET",
        `/developers?${parameters}`,
        undefined,
        abort.signal,
      ).catch(() => ({ items: [] }));
      if (!abort.signal.aborted) setFound({ for: query, items: page.items.slice(0, SHOWN) });
    };
    const timer = setTimeout(() => void search(), DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);

  return found.for === query ? found.items : [];
}
