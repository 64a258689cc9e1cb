import { expect, test } from "vitest";
import { createGates } from "./limits";

const patient = new AbortController().signal;
const entered = async (wanted: Promise<(() => void) | string>) => {
  const leave = await wanted;
  if (typeof leave === "string") throw new Error(leave);
  return leave;
};

test("lets as many in as the limit says, and the next in turn when one leaves", async () => {
  const gates = createGates();
  const order: string[] = [];
  const leave = await entered(gates.enter("acme", 1, patient));
  const second = entered(gates.enter("acme", 1, patient)).then((leaveToo) => (order.push("second"), leaveToo()));
  const third = entered(gates.enter("acme", 1, patient)).then((leaveToo) => (order.push("third"), leaveToo()));
  await Promise.resolve();
  expect(order).toEqual([]);
  leave();
  leave();
  await Promise.all([second, third]);
  expect(order).toEqual(["second", "third"]);
});

test("one organization's crowd keeps no other waiting", async () => {
  const gates = createGates();
  await gates.enter("acme", 1, patient);
  void gates.enter("acme", 1, patient);
  expect(await gates.enter("globex", 1, patient)).toBeTypeOf("function");
});

test("refuses at once what would wait in too long a line", async () => {
  const gates = createGates();
  await gates.enter("acme", 2, patient);
  await gates.enter("acme", 2, patient);
  for (let waiting = 0; waiting < 8; waiting++) void gates.enter("acme", 2, patient);
  expect(await gates.enter("acme", 2, patient)).toBe("queue-full");
});

test("who gives up waiting leaves the line and takes no place", async () => {
  const gates = createGates();
  const leave = await entered(gates.enter("acme", 1, patient));
  const impatient = new AbortController();
  const waiting = gates.enter("acme", 1, impatient.signal);
  impatient.abort();
  expect(await waiting).toBe("aborted");
  leave();
  expect(await gates.enter("acme", 1, patient)).toBeTypeOf("function");
  expect(await gates.enter("acme", 1, impatient.signal)).toBe("aborted");
});
