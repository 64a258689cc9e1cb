import { themeAnchor } from "./rule-hrefs";
import type { RuleSection } from "./rule-query";

/** The themes that are shown, each a jump to its rules; stays in sight on a wide screen. Narrower ones have the filter. */
export const ThemeList = ({ sections }: { sections: readonly RuleSection[] }) => (
  <nav
    aria-label="Themes"
    className="sticky top-4 max-h-[calc(100dvh-2rem)] self-start overflow-y-auto border-l border-line max-xl:hidden"
  >
    <ul className="flex flex-col">
      {sections.map(({ theme, rules }) =>
        theme ? (
          <li key={theme.id}>
            <a
              href={`#${themeAnchor(theme.id)}`}
              className="flex items-baseline justify-between gap-2 py-1 pl-3 text-xs text-muted hover:text-ink focus-visible:-outline-offset-2"
            >
              {theme.name}
              <span aria-hidden>{rules.length}</span>
            </a>
          </li>
        ) : null,
      )}
    </ul>
  </nav>
);
