/** Work that the outbox carries, written in the same transaction as the facts. */
export type OutboxJob =
  | { readonly do: 'deliver'; readonly workspaceId: string; readonly messageId: string }
  | { readonly do: 'refresh'; readonly workspaceId: string; readonly messageId: string }
  | { readonly do: 'home'; readonly workspaceId: string; readonly memberId: string };
