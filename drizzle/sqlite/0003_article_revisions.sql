ALTER TABLE `evidence` ADD `out_since` text;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_passage` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision_id` integer NOT NULL,
	`part` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`exact` text NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`anchor` text NOT NULL,
	`current_start` integer,
	`current_end` integer,
	FOREIGN KEY (`revision_id`) REFERENCES `article_revision`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "passage_part" CHECK("__new_passage"."part" in ('HEADLINE', 'BODY')),
	CONSTRAINT "passage_anchor" CHECK("__new_passage"."anchor" in ('EXACT', 'MOVED', 'AMBIGUOUS', 'ORPHANED', 'UNANCHORED')),
	CONSTRAINT "passage_order" CHECK("__new_passage"."start" >= 0 and "__new_passage"."end" > "__new_passage"."start"),
	CONSTRAINT "passage_current" CHECK(("__new_passage"."anchor" in ('EXACT', 'MOVED')) = ("__new_passage"."current_start" is not null)
          and ("__new_passage"."current_start" is null) = ("__new_passage"."current_end" is null))
);
--> statement-breakpoint
-- Until now every passage was in the only text of its article.
INSERT INTO `__new_passage`("id", "revision_id", "part", "start", "end", "exact", "prefix", "suffix", "anchor", "current_start", "current_end") SELECT "id", "revision_id", "part", "start", "end", "exact", "prefix", "suffix", "anchor", iif("anchor" IN ('EXACT', 'MOVED'), "start", null), iif("anchor" IN ('EXACT', 'MOVED'), "end", null) FROM `passage`;--> statement-breakpoint
DROP TABLE `passage`;--> statement-breakpoint
ALTER TABLE `__new_passage` RENAME TO `passage`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `passage_once` ON `passage` (`revision_id`,`part`,`start`,`end`);