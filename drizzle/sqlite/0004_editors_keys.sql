CREATE TABLE `access_key` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`digest` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	`last_used_at` integer,
	CONSTRAINT "access_key_scope" CHECK("access_key"."scope" in ('READER', 'EDITOR', 'ADMIN'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_key_key_unique` ON `access_key` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `access_key_digest_unique` ON `access_key` (`digest`);