/** A child process that answers questions, many at a time: each has a number, and a name of what to do. */

export type Given = Readonly<Record<string, unknown>>;
export type Verbs = Readonly<Record<string, (given: Given) => unknown>>;

export function serve(verbs: Verbs): void {
  process.on('message', (question: { id: number; verb: string; given: Given }) => {
    void Promise.resolve()
      .then(() => {
        const verb = verbs[question.verb];
        if (verb === undefined) throw new Error(`There is no verb ${question.verb}`);
        return verb(question.given);
      })
      .then(
        (value) => process.send?.({ id: question.id, value: value ?? null }),
        (error: unknown) => process.send?.({ id: question.id, error: String(error) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ ready: true });
}
