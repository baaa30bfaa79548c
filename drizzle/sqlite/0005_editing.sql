CREATE TABLE `edit` (
	`id` integer PRIMARY KEY NOT NULL,
	`access_key` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`mutation` text NOT NULL,
	`input_digest` text NOT NULL,
	`result` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `edit_once` ON `edit` (`access_key`,`idempotency_key`);--> statement-breakpoint
CREATE TABLE `merge` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`type` text NOT NULL,
	`from_id` integer NOT NULL,
	`into_id` integer NOT NULL,
	`at` integer NOT NULL,
	`actor` text,
	`undone_at` integer,
	`undone_by` text,
	CONSTRAINT "merge_type" CHECK("merge"."type" in ('PERSON', 'ORGANIZATION', 'PLACE', 'EVENT'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `merge_key_unique` ON `merge` (`key`);--> statement-breakpoint
CREATE INDEX `merge_from` ON `merge` (`type`,`from_id`);--> statement-breakpoint
CREATE INDEX `merge_into` ON `merge` (`type`,`into_id`);--> statement-breakpoint
CREATE TABLE `reference_home` (
	`table_name` text NOT NULL,
	`row` text NOT NULL,
	`column` text NOT NULL,
	`home_id` integer,
	PRIMARY KEY(`table_name`, `row`, `column`)
);
--> statement-breakpoint
CREATE INDEX `reference_home_home` ON `reference_home` (`home_id`,`table_name`,`column`);--> statement-breakpoint
CREATE TABLE `withdrawal` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`node_type` text NOT NULL,
	`node_key` text NOT NULL,
	`event_id` integer,
	`change_id` integer,
	`participation_id` integer,
	`relation_id` integer,
	`quote_id` integer,
	`role_id` integer,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text,
	`lifted_at` integer,
	`lifted_by` text,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `status_change`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participation_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`relation_id`) REFERENCES `event_relation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`quote_id`) REFERENCES `quote`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_id`) REFERENCES `role`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "withdrawal_fact" CHECK((case when "withdrawal"."event_id" is null then 0 else 1 end + case when "withdrawal"."quote_id" is null then 0 else 1 end + case when "withdrawal"."role_id" is null then 0 else 1 end) = 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `withdrawal_key_unique` ON `withdrawal` (`key`);--> statement-breakpoint
CREATE INDEX `withdrawal_event` ON `withdrawal` (`event_id`) WHERE event_id is not null;--> statement-breakpoint
CREATE INDEX `withdrawal_quote` ON `withdrawal` (`quote_id`) WHERE quote_id is not null;--> statement-breakpoint
CREATE INDEX `withdrawal_role` ON `withdrawal` (`role_id`) WHERE role_id is not null;--> statement-breakpoint
ALTER TABLE `agent` ADD `merged_into_id` integer REFERENCES agent(id);--> statement-breakpoint
CREATE INDEX `agent_merged_into` ON `agent` (`merged_into_id`) WHERE merged_into_id is not null;--> statement-breakpoint
ALTER TABLE `event` ADD `merged_into_id` integer REFERENCES event(id);--> statement-breakpoint
CREATE INDEX `event_merged_into` ON `event` (`merged_into_id`) WHERE merged_into_id is not null;--> statement-breakpoint
ALTER TABLE `evidence` ADD `withdrawal_id` integer REFERENCES withdrawal(id);--> statement-breakpoint
CREATE INDEX `evidence_withdrawal` ON `evidence` (`withdrawal_id`) WHERE withdrawal_id is not null;--> statement-breakpoint
ALTER TABLE `place` ADD `merged_into_id` integer REFERENCES place(id);--> statement-breakpoint
CREATE INDEX `place_merged_into` ON `place` (`merged_into_id`) WHERE merged_into_id is not null;--> statement-breakpoint
CREATE INDEX `change_log_node` ON `change_log` (`node_type`,`node_key`,`position`);