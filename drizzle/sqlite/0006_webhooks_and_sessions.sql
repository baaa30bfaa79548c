CREATE TABLE `session` (
	`id` integer PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`access_key_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`access_key_id`) REFERENCES `access_key`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_digest_unique` ON `session` (`digest`);--> statement-breakpoint
CREATE INDEX `session_expires` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `webhook` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text,
	`url` text NOT NULL,
	`topic_id` integer,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL,
	`position` integer NOT NULL,
	`message_end` integer,
	`failures` integer NOT NULL,
	`failing_since` integer,
	`next_at` integer,
	`stopped_at` integer,
	`leased_by` text,
	`leased_until` integer,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_key_unique` ON `webhook` (`key`);--> statement-breakpoint
CREATE TABLE `webhook_delivery` (
	`id` integer PRIMARY KEY NOT NULL,
	`webhook_id` integer NOT NULL,
	`at` integer NOT NULL,
	`message` text NOT NULL,
	`changes` integer NOT NULL,
	`status` integer,
	`reason` text,
	`took` integer NOT NULL,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhook`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `webhook_delivery_webhook` ON `webhook_delivery` (`webhook_id`,`id`);