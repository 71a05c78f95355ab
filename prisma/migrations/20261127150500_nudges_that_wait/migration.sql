-- compatible
-- A new nudge makes older ones give way: found among those that still wait, however many there were before.
CREATE INDEX "Nudge_waiting_idx" ON "Nudge" ("workspaceId", "memberId") WHERE "state" IN ('planned', 'sent');
