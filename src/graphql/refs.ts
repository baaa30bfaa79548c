import { builder } from "./builder.ts";
import type { RevisionView } from "./revisions.ts";
import type {
  AgentView,
  ArticleView,
  DraftView,
  EntryView,
  EventRelationView,
  EventView,
  EvidenceView,
  OrganizationView,
  ParticipationView,
  PersonView,
  PlaceView,
  QuoteView,
  RoleView,
  SourceView,
  StatusChangeView,
  TopicView,
} from "./views.ts";

/** The types of the schema by reference, so that each may name the others; `types/` says what is in them. */
export const AgentRef = builder.interfaceRef<AgentView>("Agent");
export const TimelineEntryRef = builder.interfaceRef<EntryView>("TimelineEntry");
export const TopicRef = builder.objectRef<TopicView>("Topic");
export const PersonRef = builder.objectRef<PersonView>("Person");
export const OrganizationRef = builder.objectRef<OrganizationView>("Organization");
export const RoleRef = builder.objectRef<RoleView>("Role");
export const PlaceRef = builder.objectRef<PlaceView>("Place");
export const SourceRef = builder.objectRef<SourceView>("Source");
export const EventRef = builder.objectRef<EventView>("Event");
export const StatusChangeRef = builder.objectRef<StatusChangeView>("StatusChange");
export const ParticipationRef = builder.objectRef<ParticipationView>("Participation");
export const EventRelationRef = builder.objectRef<EventRelationView>("EventRelation");
export const QuoteRef = builder.objectRef<QuoteView>("Quote");
export const ArticleRef = builder.objectRef<ArticleView>("Article");
export const ArticleRevisionRef = builder.objectRef<RevisionView>("ArticleRevision");
export const EvidenceRef = builder.objectRef<EvidenceView>("Evidence");
export const DraftRef = builder.objectRef<DraftView>("Draft");
