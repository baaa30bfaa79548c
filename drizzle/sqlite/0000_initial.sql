CREATE TABLE `agent` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`type` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	CONSTRAINT "agent_type" CHECK("agent"."type" in ('PERSON', 'ORGANIZATION'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agent_type_key` ON `agent` (`type`,`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `agent_type_slug` ON `agent` (`type`,`slug`);--> statement-breakpoint
CREATE TABLE `agent_alias` (
	`agent_id` integer NOT NULL,
	`position` integer NOT NULL,
	`alias` text NOT NULL,
	PRIMARY KEY(`agent_id`, `position`),
	FOREIGN KEY (`agent_id`) REFERENCES `agent`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `agent_link` (
	`agent_id` integer NOT NULL,
	`position` integer NOT NULL,
	`url` text NOT NULL,
	PRIMARY KEY(`agent_id`, `position`),
	FOREIGN KEY (`agent_id`) REFERENCES `agent`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `article` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`slug` text NOT NULL,
	`headline_is_ours` integer NOT NULL,
	`url` text,
	`source_id` integer,
	`syndicated_from_id` integer,
	`language` text,
	`published` text,
	`retrieved_at` integer NOT NULL,
	`out` text NOT NULL,
	`access` text NOT NULL,
	`state` text NOT NULL,
	`rights` text,
	`revision` integer NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`syndicated_from_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "article_access" CHECK("article"."access" in ('FULL', 'PASSAGES')),
	CONSTRAINT "article_state" CHECK("article"."state" in ('CURRENT', 'CORRECTED', 'RETRACTED'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `article_key_unique` ON `article` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `article_slug_unique` ON `article` (`slug`);--> statement-breakpoint
CREATE INDEX `article_url` ON `article` (`url`);--> statement-breakpoint
CREATE TABLE `article_author` (
	`article_id` integer NOT NULL,
	`position` integer NOT NULL,
	`agent_id` integer NOT NULL,
	PRIMARY KEY(`article_id`, `position`),
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `agent`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `article_author_agent` ON `article_author` (`agent_id`);--> statement-breakpoint
CREATE TABLE `article_revision` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`number` integer NOT NULL,
	`headline` text NOT NULL,
	`body` text,
	`retrieved_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `article_revision_number` ON `article_revision` (`article_id`,`number`);--> statement-breakpoint
CREATE TABLE `article_topic` (
	`article_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	PRIMARY KEY(`article_id`, `topic_id`),
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `change_log` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`node_type` text NOT NULL,
	`node_key` text NOT NULL,
	`actor` text,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE TABLE `claim` (
	`evidence_id` integer NOT NULL,
	`position` integer NOT NULL,
	`agent_id` integer NOT NULL,
	PRIMARY KEY(`evidence_id`, `position`),
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `agent`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_agent` ON `claim` (`agent_id`);--> statement-breakpoint
CREATE TABLE `editorial_text` (
	`id` integer PRIMARY KEY NOT NULL,
	`topic_id` integer,
	`event_id` integer,
	`field` text NOT NULL,
	`written` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "editorial_text_field" CHECK("editorial_text"."field" in ('SUMMARY', 'DESCRIPTION', 'OUTCOME'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editorial_text_topic` ON `editorial_text` (`topic_id`,`field`,`written`);--> statement-breakpoint
CREATE UNIQUE INDEX `editorial_text_event` ON `editorial_text` (`event_id`,`field`,`written`);--> statement-breakpoint
CREATE TABLE `event` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`place_id` integer,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_key_unique` ON `event` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `event_slug_unique` ON `event` (`slug`);--> statement-breakpoint
CREATE TABLE `event_relation` (
	`id` integer PRIMARY KEY NOT NULL,
	`event_id` integer NOT NULL,
	`kind` text NOT NULL,
	`other_id` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_relation_kind" CHECK("event_relation"."kind" in ('FOLLOW_UP_TO', 'PART_OF', 'CAUSED_BY', 'REPLACES', 'SAME_AS'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_relation_once` ON `event_relation` (`event_id`,`kind`,`other_id`);--> statement-breakpoint
CREATE TABLE `event_topic` (
	`event_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	PRIMARY KEY(`event_id`, `topic_id`),
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_topic_topic` ON `event_topic` (`topic_id`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`event_id` integer,
	`change_id` integer,
	`participation_id` integer,
	`relation_id` integer,
	`quote_id` integer,
	`role_id` integer,
	`article_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`passage_id` integer,
	`stance` text NOT NULL,
	`method` text NOT NULL,
	`confidence` real,
	`claimant_as_written` text,
	`instead_status` text,
	`instead_date` text,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `status_change`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participation_id`) REFERENCES `participation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`relation_id`) REFERENCES `event_relation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`quote_id`) REFERENCES `quote`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_id`) REFERENCES `role`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`passage_id`) REFERENCES `passage`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_fact" CHECK((case when "evidence"."event_id" is null then 0 else 1 end + case when "evidence"."quote_id" is null then 0 else 1 end + case when "evidence"."role_id" is null then 0 else 1 end) = 1
          and (case when "evidence"."change_id" is null then 0 else 1 end + case when "evidence"."participation_id" is null then 0 else 1 end + case when "evidence"."relation_id" is null then 0 else 1 end) <= (case when "evidence"."event_id" is null then 0 else 1 end)),
	CONSTRAINT "evidence_stance" CHECK("evidence"."stance" in ('SUPPORTS', 'DISPUTES')),
	CONSTRAINT "evidence_method" CHECK("evidence"."method" in ('HUMAN', 'RULE', 'MODEL', 'IMPORT')),
	CONSTRAINT "evidence_confidence" CHECK("evidence"."confidence" is null or "evidence"."confidence" between 0 and 1)
);
--> statement-breakpoint
CREATE INDEX `evidence_event` ON `evidence` (`event_id`) WHERE event_id is not null;--> statement-breakpoint
CREATE INDEX `evidence_quote` ON `evidence` (`quote_id`) WHERE quote_id is not null;--> statement-breakpoint
CREATE INDEX `evidence_role` ON `evidence` (`role_id`) WHERE role_id is not null;--> statement-breakpoint
CREATE INDEX `evidence_article` ON `evidence` (`article_id`);--> statement-breakpoint
CREATE TABLE `participation` (
	`id` integer PRIMARY KEY NOT NULL,
	`event_id` integer NOT NULL,
	`agent_id` integer NOT NULL,
	`role` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `agent`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "participation_role" CHECK("participation"."role" in ('ATTENDEE', 'HOST', 'ORGANIZER', 'SPEAKER', 'MEDIATOR', 'SIGNATORY', 'INVITED', 'EXPECTED', 'ABSENT', 'SUBJECT'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participation_once` ON `participation` (`event_id`,`agent_id`,`role`);--> statement-breakpoint
CREATE TABLE `passage` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision_id` integer NOT NULL,
	`part` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`exact` text NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`anchor` text NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `article_revision`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "passage_part" CHECK("passage"."part" in ('HEADLINE', 'BODY')),
	CONSTRAINT "passage_anchor" CHECK("passage"."anchor" in ('EXACT', 'MOVED', 'AMBIGUOUS', 'ORPHANED', 'UNANCHORED')),
	CONSTRAINT "passage_order" CHECK("passage"."start" >= 0 and "passage"."end" > "passage"."start")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passage_once` ON `passage` (`revision_id`,`part`,`start`,`end`);--> statement-breakpoint
CREATE TABLE `place` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`country` text,
	`within_id` integer,
	`latitude` real,
	`longitude` real,
	FOREIGN KEY (`within_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `place_key_unique` ON `place` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `place_slug_unique` ON `place` (`slug`);--> statement-breakpoint
CREATE TABLE `quote` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`article_id` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`speaker_id` integer,
	`speaker_kind` text NOT NULL,
	`speaker_as_written` text,
	`speaker_for_id` integer,
	`cue` text,
	`relays_id` integer,
	`said` text,
	`said_at_id` integer,
	`language` text,
	`translated` integer NOT NULL,
	`utterance` text,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`speaker_id`) REFERENCES `agent`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`speaker_for_id`) REFERENCES `agent`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`relays_id`) REFERENCES `agent`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`said_at_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quote_kind" CHECK("quote"."kind" in ('DIRECT', 'PARTIAL', 'INDIRECT')),
	CONSTRAINT "quote_speaker_kind" CHECK("quote"."speaker_kind" in ('NAMED', 'UNNAMED', 'UNKNOWN'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quote_key_unique` ON `quote` (`key`);--> statement-breakpoint
CREATE INDEX `quote_article` ON `quote` (`article_id`);--> statement-breakpoint
CREATE INDEX `quote_said_at` ON `quote` (`said_at_id`);--> statement-breakpoint
CREATE INDEX `quote_utterance` ON `quote` (`utterance`);--> statement-breakpoint
CREATE TABLE `quote_about` (
	`quote_id` integer NOT NULL,
	`position` integer NOT NULL,
	`event_id` integer NOT NULL,
	PRIMARY KEY(`quote_id`, `position`),
	FOREIGN KEY (`quote_id`) REFERENCES `quote`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `quote_about_event` ON `quote_about` (`event_id`);--> statement-breakpoint
CREATE TABLE `quote_topic` (
	`quote_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	PRIMARY KEY(`quote_id`, `topic_id`),
	FOREIGN KEY (`quote_id`) REFERENCES `quote`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `quote_topic_topic` ON `quote_topic` (`topic_id`);--> statement-breakpoint
CREATE TABLE `role` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`agent_id` integer NOT NULL,
	`title` text NOT NULL,
	`organization_id` integer,
	`held` text,
	FOREIGN KEY (`agent_id`) REFERENCES `agent`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `agent`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_key_unique` ON `role` (`key`);--> statement-breakpoint
CREATE INDEX `role_agent` ON `role` (`agent_id`);--> statement-breakpoint
CREATE TABLE `source` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`domain` text,
	`owner` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_key_unique` ON `source` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `source_slug_unique` ON `source` (`slug`);--> statement-breakpoint
CREATE TABLE `status_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`event_id` integer NOT NULL,
	`to` text NOT NULL,
	`effective` text,
	`new_date` text,
	`reason` text,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "status_change_to" CHECK("status_change"."to" in ('POSSIBLE', 'SCHEDULED', 'RESCHEDULED', 'POSTPONED', 'CANCELLED', 'IN_PROGRESS', 'OCCURRED', 'UNKNOWN'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `status_change_key_unique` ON `status_change` (`key`);--> statement-breakpoint
CREATE INDEX `status_change_event` ON `status_change` (`event_id`);--> statement-breakpoint
CREATE TABLE `timeline` (
	`subject_type` integer NOT NULL,
	`subject_id` integer NOT NULL,
	`kind` integer NOT NULL,
	`earliest` integer NOT NULL,
	`latest` integer NOT NULL,
	`time` integer NOT NULL,
	`reported` integer NOT NULL,
	`key` text NOT NULL,
	`from_day` integer NOT NULL,
	`until_day` integer NOT NULL,
	`entry_id` integer NOT NULL,
	`certain` integer NOT NULL,
	`facet` integer,
	`lead_class` integer,
	PRIMARY KEY(`subject_type`, `subject_id`, `kind`, `earliest`, `latest`, `time`, `reported`, `key`, `from_day`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `timeline_entry` ON `timeline` (`kind`,`entry_id`);--> statement-breakpoint
CREATE INDEX `timeline_lead` ON `timeline` (`subject_type`,`subject_id`,`kind`,`lead_class`,`earliest`,`latest`,`time`,`reported`,`key`,`from_day`,`until_day`,`entry_id`) WHERE lead_class is not null;--> statement-breakpoint
CREATE TABLE `topic` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topic_key_unique` ON `topic` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `topic_slug_unique` ON `topic` (`slug`);