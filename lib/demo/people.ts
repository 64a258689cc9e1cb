/** Who works at the demo organization. Names are made up. */
export type DemoPerson = {
  name: string;
  group: DemoGroup;
  persona: "web" | "payments" | "data" | "platform";
  /** Share of their agent's steps that are risky. */
  risk: number;
};

export const DEMO_GROUPS = ["Platform", "Payments", "Web", "Data"] as const;
export type DemoGroup = (typeof DEMO_GROUPS)[number];

/** Reserved for documentation (RFC 2606): no mail can ever reach it. */
export const DEMO_MAIL_DOMAIN = "northwind.example";

const CAREFUL = 0.01;
const USUAL = 0.03;
const BOLD = 0.1;

const people = (group: DemoGroup, persona: DemoPerson["persona"], named: Record<string, number>): DemoPerson[] =>
  Object.entries(named).map(([name, risk]) => ({ name, group, persona, risk }));

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...people("Platform", "platform", {
    "Mira Okafor": USUAL,
    "Jonas Lindqvist": BOLD,
    "Priya Raman": CAREFUL,
    "Tomasz Wilk": USUAL,
    "Ana Beltrán": USUAL,
    "Kofi Mensah": CAREFUL,
  }),
  ...people("Payments", "payments", {
    "Sofia Marchetti": CAREFUL,
    "Ravi Deshmukh": USUAL,
    "Elena Petrova": USUAL,
    "Lucas Moreau": BOLD,
    "Aisha Bello": CAREFUL,
    "Henrik Dahl": USUAL,
    "Mei Tanaka": USUAL,
  }),
  ...people("Web", "web", {
    "Noah Fischer": BOLD,
    "Camila Rojas": USUAL,
    "Yusuf Demir": USUAL,
    "Isla McAllister": CAREFUL,
    "Daniel Kovács": USUAL,
    "Linh Tran": USUAL,
    "Oskar Nowak": BOLD,
  }),
  ...people("Data", "data", {
    "Fatima Zahra": USUAL,
    "Samuel Adeyemi": CAREFUL,
    "Greta Hoffmann": USUAL,
    "Arjun Iyer": BOLD,
    "Chiara Conti": USUAL,
  }),
];

/** `mira.okafor@northwind.example` */
export const demoEmail = (name: string): string =>
  `${name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, ".")}@${DEMO_MAIL_DOMAIN}`;
