-- The word by mail on how a case ended: printed with the envelopes, in codes, so that nothing of a person but name and address rests in it.
CREATE TABLE "outcome_letters" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL DEFAULT new_public_id(),
    "code" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "closure_id" UUID NOT NULL,
    "outcome" "CaseOutcome" NOT NULL,
    "language" TEXT NOT NULL,
    "recipient_name" TEXT NOT NULL,
    "address_lines" TEXT[],
    "reasons" TEXT[],
    "state" "DispatchState" NOT NULL,
    "batch_id" UUID,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "printed_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "outcome_letters_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "outcome_letters_public_id_key" ON "outcome_letters"("public_id");
CREATE UNIQUE INDEX "outcome_letters_code_key" ON "outcome_letters"("code");
CREATE UNIQUE INDEX "outcome_letters_closure_id_key" ON "outcome_letters"("closure_id");
CREATE INDEX "outcome_letters_case_id_idx" ON "outcome_letters"("case_id");
CREATE INDEX "outcome_letters_state_queued_at_idx" ON "outcome_letters"("state", "queued_at");
ALTER TABLE "outcome_letters" ADD CONSTRAINT "outcome_letters_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outcome_letters" ADD CONSTRAINT "outcome_letters_closure_id_fkey" FOREIGN KEY ("closure_id") REFERENCES "case_closures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outcome_letters" ADD CONSTRAINT "outcome_letters_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "print_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outcome_letters" ADD CONSTRAINT "outcome_letters_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What is printed or sealed says when; what was taken back is in no batch.
ALTER TABLE "outcome_letters" ADD CONSTRAINT "outcome_letters_states" CHECK (
    (state <> 'confirmed' OR (confirmed_at IS NOT NULL AND confirmed_by_id IS NOT NULL AND printed_at IS NOT NULL))
    AND (state <> 'cancelled' OR batch_id IS NULL));

-- Whoever has gone is presence no more: the worker clears them away.
GRANT DELETE ON case_presences TO worker_app;
