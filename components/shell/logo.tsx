/** A gate between two posts. */
export const Logo = () => (
  <span className="flex items-center gap-2 font-semibold tracking-tight">
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className="size-5 text-accent"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
    >
      <path d="M4 21V8l8-5 8 5v13" strokeLinejoin="round" />
      <path d="M9 21v-7a3 3 0 0 1 6 0v7" />
      <path d="M12 11v10" strokeWidth={1.5} />
    </svg>
    Gatehouse
  </span>
);
