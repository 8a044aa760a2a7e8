-- When the session last gave both factors: what cannot be undone asks for them anew.
ALTER TABLE "staff_sessions" ADD COLUMN "proved_at" TIMESTAMPTZ(3);
