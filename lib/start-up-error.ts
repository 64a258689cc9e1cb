/** What keeps Gatehouse from starting, said in one line that a person can act on; printed without a stack. */
export class StartUpError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StartUpError";
  }
}
