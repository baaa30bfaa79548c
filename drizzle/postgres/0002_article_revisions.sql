ALTER TABLE "evidence" ADD COLUMN "out_since" text collate "C";--> statement-breakpoint
ALTER TABLE "passage" ADD COLUMN "current_start" integer;--> statement-breakpoint
ALTER TABLE "passage" ADD COLUMN "current_end" integer;--> statement-breakpoint
-- Until now every passage was in the only text of its article.
UPDATE "passage" SET "current_start" = "start", "current_end" = "end" WHERE "anchor" IN ('EXACT', 'MOVED');--> statement-breakpoint
ALTER TABLE "passage" ADD CONSTRAINT "passage_current" CHECK (("passage"."anchor" in ('EXACT', 'MOVED')) = ("passage"."current_start" is not null)
          and ("passage"."current_start" is null) = ("passage"."current_end" is null));