CREATE TABLE `search_document` (
	`id` integer PRIMARY KEY NOT NULL,
	`type` integer NOT NULL,
	`node_id` integer NOT NULL,
	`key` text NOT NULL,
	`from_day` integer NOT NULL,
	`until_day` integer NOT NULL,
	`names` text NOT NULL,
	`length` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_document_once` ON `search_document` (`type`,`node_id`,`from_day`);--> statement-breakpoint
CREATE INDEX `quote_speaker` ON `quote` (`speaker_id`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(name, text, content='', contentless_delete=1, tokenize='ascii', prefix='1 2');
