CREATE TABLE `sign_in_attempt` (
	`id` integer PRIMARY KEY NOT NULL,
	`client` text NOT NULL,
	`tried` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_attempt_client_unique` ON `sign_in_attempt` (`client`);--> statement-breakpoint
CREATE INDEX `sign_in_attempt_expires` ON `sign_in_attempt` (`expires_at`);--> statement-breakpoint
CREATE INDEX `draft_fact` ON `draft` (`fact_key`,`kind`);