/** What the caller of the evaluation can put right: said in one line, without a stack. */
export class Fault extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}
