-- A supervisor's word that a paper may be false: a judgement of its own, which no letter repeats.
ALTER TYPE "ReviewDecision" ADD VALUE 'suspected_false';
