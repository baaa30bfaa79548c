CREATE TABLE `draft` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`article_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`kind` text NOT NULL,
	`part` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`exact` text NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`title` text NOT NULL,
	`date` text,
	`payload` text NOT NULL,
	`method` text NOT NULL,
	`rule` text NOT NULL,
	`confidence` real NOT NULL,
	`state` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`fact_key` text,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draft_kind" CHECK("draft"."kind" in ('PERSON', 'QUOTE', 'EVENT')),
	CONSTRAINT "draft_part" CHECK("draft"."part" in ('HEADLINE', 'BODY')),
	CONSTRAINT "draft_order" CHECK("draft"."start" >= 0 and "draft"."end" > "draft"."start"),
	CONSTRAINT "draft_method" CHECK("draft"."method" in ('HUMAN', 'RULE', 'MODEL', 'IMPORT')),
	CONSTRAINT "draft_confidence" CHECK("draft"."confidence" between 0 and 1),
	CONSTRAINT "draft_state" CHECK("draft"."state" in ('OPEN', 'ACCEPTED', 'REJECTED')),
	CONSTRAINT "draft_decided" CHECK(("draft"."state" = 'OPEN') = ("draft"."decided_at" is null)),
	CONSTRAINT "draft_fact" CHECK(("draft"."state" = 'ACCEPTED') = ("draft"."fact_key" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_key_unique` ON `draft` (`key`);--> statement-breakpoint
CREATE INDEX `draft_article` ON `draft` (`article_id`,`start`,`end`,`key`);--> statement-breakpoint
CREATE TABLE `draft_name` (
	`draft_id` integer NOT NULL,
	`type` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`draft_id`, `type`, `name`),
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draft_name_type" CHECK("draft_name"."type" in ('PERSON', 'ORGANIZATION', 'PLACE'))
);
--> statement-breakpoint
CREATE INDEX `draft_name_name` ON `draft_name` (`type`,`name`);