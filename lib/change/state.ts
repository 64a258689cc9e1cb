import { conflict } from "@/lib/http/errors";

export const STATES = ["draft", "in_review", "approved", "published", "rejected", "cancelled"] as const;
export type State = (typeof STATES)[number];

export const EVENTS = ["submit", "approve", "reject", "revise", "publish", "cancel"] as const;
export type Event = (typeof EVENTS)[number];

/**
 * The way of a change request from draft to revision. A state without entries is final. An approval is for what was
 * looked at, so whatever edits an approved request has to `revise` it first.
 */
const TRANSITIONS: Record<State, Partial<Record<Event, State>>> = {
  draft: { submit: "in_review", cancel: "cancelled" },
  in_review: { approve: "approved", reject: "rejected", revise: "draft", cancel: "cancelled" },
  approved: { publish: "published", revise: "draft", cancel: "cancelled" },
  published: {},
  rejected: {},
  cancelled: {},
};

const WORDS: Record<State, string> = {
  draft: "is a draft",
  in_review: "is in review",
  approved: "is approved",
  published: "is published",
  rejected: "was rejected",
  cancelled: "was cancelled",
};
const DONE: Record<Event, string> = {
  submit: "submitted",
  approve: "approved",
  reject: "rejected",
  revise: "revised",
  publish: "published",
  cancel: "cancelled",
};

/** @throws AppError 409 `change_request_state` */
export function transition(state: State, event: Event): State {
  const next = TRANSITIONS[state][event];
  if (next) return next;
  throw conflict("change_request_state", `This change request ${WORDS[state]} and cannot be ${DONE[event]}.`);
}

export const isFinal = (state: State): boolean => Object.keys(TRANSITIONS[state]).length === 0;
