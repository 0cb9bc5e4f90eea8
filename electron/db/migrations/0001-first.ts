import type { Migration } from './migration.ts';

/** The first schema: centre, people and keys, packs, learners, attempts, sheets, signed revisions, the audit chain. */
export const first: Migration = {
  version: 1,
  name: 'first',
  sql: `
CREATE TABLE centre (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL,
  centre_id TEXT NOT NULL REFERENCES centre (id),
  name TEXT NOT NULL,
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  is_owner INTEGER NOT NULL CHECK (is_owner IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX person_owner ON person (is_owner) WHERE is_owner = 1;

CREATE TABLE person_key (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  certificate BLOB NOT NULL,
  fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64),
  -- Sealed under the slot's seal key; null for the keys of other people.
  sealed_private_key BLOB,
  valid_from TEXT NOT NULL,
  valid_until TEXT
) STRICT;
CREATE INDEX person_key_person ON person_key (person_id);

-- A person who was known under two ids; what was written under the first stays as it is.
CREATE TABLE person_alias (
  alias TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id)
) STRICT;

-- Keys of other people, from the first sight of a signature or a certificate on. Trust comes from the register alone.
CREATE TABLE known_key (
  fingerprint TEXT PRIMARY KEY NOT NULL CHECK (length(fingerprint) = 64),
  -- Null where the certificate names no person, as another product's.
  person_id TEXT,
  name TEXT NOT NULL,
  -- The name folded for comparing, so that one is known however it is typed.
  name_key TEXT NOT NULL,
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  centre TEXT NOT NULL,
  certificate BLOB NOT NULL,
  valid_from TEXT,
  valid_until TEXT,
  first_seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX known_key_person ON known_key (person_id);
CREATE INDEX known_key_name ON known_key (name_key);

-- Every edition of the register that was signed or taken in here; the highest one is in force.
CREATE TABLE register_edition (
  edition INTEGER PRIMARY KEY NOT NULL CHECK (edition >= 1),
  content TEXT NOT NULL CHECK (json_valid(content)),
  signature BLOB NOT NULL,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  taken_at TEXT NOT NULL
) STRICT;

CREATE TABLE pack (
  digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
  code TEXT NOT NULL,
  version TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  built_in INTEGER NOT NULL CHECK (built_in IN (0, 1)),
  added_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX pack_code_version ON pack (code, version);

CREATE TABLE learner (
  id TEXT PRIMARY KEY NOT NULL,
  centre_id TEXT NOT NULL REFERENCES centre (id),
  name TEXT NOT NULL,
  registration_number TEXT NOT NULL,
  -- The number folded for comparing: see registrationKey.
  registration_key TEXT NOT NULL,
  cohort TEXT NOT NULL,
  -- Name and number folded for finding: lower case, accents removed.
  search_text TEXT NOT NULL,
  -- The word of the name that the family is known by, folded: who may be named in a text is found by it.
  family_key TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
-- One learner has one number in a centre, however it is typed.
CREATE UNIQUE INDEX learner_number ON learner (centre_id, registration_key);
CREATE INDEX learner_name ON learner (search_text, id);
CREATE INDEX learner_family ON learner (family_key);

CREATE TABLE learner_alias (
  alias TEXT PRIMARY KEY NOT NULL,
  learner_id TEXT NOT NULL REFERENCES learner (id)
) STRICT;
CREATE INDEX learner_alias_learner ON learner_alias (learner_id);

CREATE TABLE attempt (
  id TEXT PRIMARY KEY NOT NULL,
  learner_id TEXT NOT NULL REFERENCES learner (id),
  pack_digest TEXT NOT NULL REFERENCES pack (digest),
  pack_code TEXT NOT NULL,
  assessment TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  previous_id TEXT REFERENCES attempt (id),
  date_received TEXT NOT NULL,
  declaration_date TEXT,
  standardisation_refused INTEGER NOT NULL CHECK (standardisation_refused IN (0, 1)),
  returned_on TEXT,
  return_reason TEXT,
  created_at TEXT NOT NULL,
  CHECK ((returned_on IS NULL) = (return_reason IS NULL)),
  CHECK ((number = 1) = (previous_id IS NULL)),
  UNIQUE (learner_id, pack_code, assessment, number)
) STRICT;
CREATE INDEX attempt_received ON attempt (date_received, id);

-- A learner's way to a qualification, as the pack had it when the units were chosen last.
CREATE TABLE enrolment (
  id TEXT PRIMARY KEY NOT NULL,
  learner_id TEXT NOT NULL REFERENCES learner (id),
  pack_digest TEXT NOT NULL REFERENCES pack (digest),
  pack_code TEXT NOT NULL,
  qualification TEXT NOT NULL,
  enrolled_on TEXT NOT NULL,
  UNIQUE (learner_id, pack_code, qualification)
) STRICT;
CREATE INDEX enrolment_qualification ON enrolment (pack_code, qualification, learner_id);

-- The units chosen, each once. Whether one is achieved is read from the sheets, and kept here only where no sheet says it.
CREATE TABLE enrolment_unit (
  enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
  unit TEXT NOT NULL,
  unit_group TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('planned', 'rpl', 'exemption')),
  reason TEXT,
  granted_on TEXT,
  CHECK ((how = 'planned') = (reason IS NULL)),
  CHECK ((how = 'planned') = (granted_on IS NULL)),
  PRIMARY KEY (enrolment_id, unit)
) STRICT;

-- A learner's evidence for a qualification, numbered in the order of adding; a number is never given twice.
CREATE TABLE evidence (
  id TEXT PRIMARY KEY NOT NULL,
  learner_id TEXT NOT NULL REFERENCES learner (id),
  pack_code TEXT NOT NULL,
  qualification TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (json_valid(kind)),
  record TEXT NOT NULL CHECK (json_valid(record)),
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
  added_on TEXT NOT NULL,
  -- What was removed keeps its number.
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  UNIQUE (learner_id, pack_code, qualification, number)
) STRICT;

CREATE TABLE evidence_link (
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  unit TEXT NOT NULL,
  criterion TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (evidence_id, unit, criterion)
) STRICT;

-- The centre's assessment plan for a qualification, with its pieces of work and the criteria that each is to show.
CREATE TABLE plan (
  id TEXT PRIMARY KEY NOT NULL,
  pack_code TEXT NOT NULL,
  qualification TEXT NOT NULL,
  programme TEXT NOT NULL,
  agreed_with TEXT NOT NULL,
  agreed_on TEXT,
  UNIQUE (pack_code, qualification)
) STRICT;

CREATE TABLE planned_work (
  id TEXT PRIMARY KEY NOT NULL,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (json_valid(kind)),
  from_date TEXT,
  to_date TEXT,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  UNIQUE (plan_id, number)
) STRICT;

CREATE TABLE planned_criterion (
  work_id TEXT NOT NULL REFERENCES planned_work (id),
  unit TEXT NOT NULL,
  criterion TEXT NOT NULL,
  PRIMARY KEY (work_id, unit, criterion)
) STRICT;

CREATE TABLE script (
  id TEXT PRIMARY KEY NOT NULL,
  attempt_id TEXT NOT NULL REFERENCES attempt (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  media_type TEXT NOT NULL,
  display TEXT NOT NULL CHECK (display IN ('pdf', 'docx', 'external')),
  words TEXT NOT NULL CHECK (json_valid(words)),
  pages INTEGER,
  UNIQUE (attempt_id, position)
) STRICT;

CREATE TABLE sheet (
  id TEXT PRIMARY KEY NOT NULL,
  attempt_id TEXT NOT NULL REFERENCES attempt (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('official', 'second-mark', 'standardisation')),
  pack_digest TEXT NOT NULL REFERENCES pack (digest),
  assessment TEXT NOT NULL,
  assessor_id TEXT NOT NULL REFERENCES person (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  reopen_reason TEXT,
  state TEXT NOT NULL CHECK (state IN ('draft', 'signing', 'signed')),
  version INTEGER NOT NULL CHECK (version >= 0),
  redo TEXT NOT NULL CHECK (json_valid(redo)),
  saved_at TEXT,
  -- What decide() last said, kept for lists; the marks are the truth.
  outcome TEXT NOT NULL CHECK (outcome IN ('pass', 'referral', 'incomplete')),
  total INTEGER,
  sections_marked INTEGER NOT NULL CHECK (sections_marked >= 0)
) STRICT;
CREATE UNIQUE INDEX sheet_official ON sheet (attempt_id) WHERE purpose = 'official';

CREATE TABLE sheet_section (
  sheet_id TEXT NOT NULL REFERENCES sheet (id),
  section TEXT NOT NULL,
  position INTEGER NOT NULL,
  strengths TEXT NOT NULL,
  improvements TEXT NOT NULL,
  mark INTEGER CHECK (mark >= 0),
  criteria TEXT NOT NULL CHECK (json_valid(criteria)),
  carried TEXT CHECK (carried IS NULL OR json_valid(carried)),
  -- SHA-256 of the words as they are compared between sheets; null for what is no more than a sentence. They follow the
  -- words when a sheet is rehearsed, not with every key: until then words_digested is 0.
  strengths_digest TEXT CHECK (length(strengths_digest) = 64),
  improvements_digest TEXT CHECK (length(improvements_digest) = 64),
  words_digested INTEGER NOT NULL DEFAULT 0 CHECK (words_digested IN (0, 1)),
  PRIMARY KEY (sheet_id, section)
) STRICT;
CREATE INDEX sheet_section_strengths ON sheet_section (strengths_digest) WHERE strengths_digest IS NOT NULL;
CREATE INDEX sheet_section_improvements ON sheet_section (improvements_digest) WHERE improvements_digest IS NOT NULL;
CREATE INDEX sheet_section_undigested ON sheet_section (words_digested) WHERE words_digested = 0;

-- Places of the scripts that the assessor marked. What was removed keeps its number, and can be brought back.
CREATE TABLE highlight (
  id TEXT PRIMARY KEY NOT NULL,
  sheet_id TEXT NOT NULL REFERENCES sheet (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  script_id TEXT NOT NULL REFERENCES script (id),
  kind TEXT NOT NULL CHECK (kind IN ('strengths', 'improvements', 'note')),
  section TEXT,
  anchor TEXT NOT NULL CHECK (json_valid(anchor)),
  words TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  CHECK (kind = 'note' OR section IS NOT NULL),
  UNIQUE (sheet_id, number)
) STRICT;

-- Drafts: what a field held at a time, coalesced over a burst of typing.
CREATE TABLE field_version (
  id INTEGER PRIMARY KEY,
  sheet_id TEXT NOT NULL REFERENCES sheet (id),
  revision INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  began_at TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX field_version_field ON field_version (sheet_id, field, id);

-- The edits of a draft in their order, for undo across its fields: the stretch of a field that each changed. Those that
-- were undone can be done again until something else is edited.
CREATE TABLE undo_step (
  sheet_id TEXT NOT NULL REFERENCES sheet (id),
  revision INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  field TEXT NOT NULL,
  at INTEGER NOT NULL CHECK (at >= 0),
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  -- Nothing more joins it.
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  began_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
  PRIMARY KEY (sheet_id, revision, sequence)
) STRICT;

CREATE TABLE signing (
  sheet_id TEXT PRIMARY KEY NOT NULL REFERENCES sheet (id),
  revision INTEGER NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  content TEXT NOT NULL CHECK (json_valid(content)),
  key_id TEXT NOT NULL REFERENCES person_key (id),
  -- Both null until the signed files lie in the vault; then start-up can finish.
  pdf_sha256 TEXT,
  pdf_size INTEGER,
  docx_sha256 TEXT,
  docx_size INTEGER,
  begun_at TEXT NOT NULL
) STRICT;

CREATE TABLE signed_revision (
  sheet_id TEXT NOT NULL REFERENCES sheet (id),
  revision INTEGER NOT NULL,
  digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
  content TEXT NOT NULL CHECK (json_valid(content)),
  key_id TEXT NOT NULL REFERENCES person_key (id),
  signed_at TEXT NOT NULL,
  pdf_sha256 TEXT NOT NULL,
  pdf_size INTEGER NOT NULL,
  docx_sha256 TEXT NOT NULL,
  docx_size INTEGER NOT NULL,
  PRIMARY KEY (sheet_id, revision)
) STRICT;

-- A sheet that came in signed, as one file that is added to: to be countersigned, checked or verified here.
CREATE TABLE received_sheet (
  id TEXT PRIMARY KEY NOT NULL,
  sheet_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- The file as it came first, and as it is now with what was signed here.
  first_pdf_sha256 TEXT NOT NULL CHECK (length(first_pdf_sha256) = 64),
  pdf_sha256 TEXT NOT NULL CHECK (length(pdf_sha256) = 64),
  pdf_size INTEGER NOT NULL,
  -- The assessor's own DOCX, never altered: its digest as the PDF declares it, the file where it came too.
  assessor_docx_sha256 TEXT,
  assessor_docx_size INTEGER,
  -- The check's own DOCX.
  docx_sha256 TEXT,
  docx_size INTEGER,
  check_content TEXT CHECK (check_content IS NULL OR json_valid(check_content)),
  received_at TEXT NOT NULL
) STRICT;
CREATE INDEX received_sheet_sheet ON received_sheet (sheet_id, revision);

-- Places that were signed in the file, here or before it came.
CREATE TABLE received_signature (
  received_id TEXT NOT NULL REFERENCES received_sheet (id),
  place TEXT NOT NULL,
  name TEXT NOT NULL,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  signed_at TEXT,
  PRIMARY KEY (received_id, place)
) STRICT;

-- Two phases, as a sheet's own signing has them.
CREATE TABLE place_signing (
  received_id TEXT PRIMARY KEY NOT NULL REFERENCES received_sheet (id),
  place TEXT NOT NULL,
  key_id TEXT NOT NULL REFERENCES person_key (id),
  -- The check as it is signed, null where the place is not the IQA's.
  check_content TEXT CHECK (check_content IS NULL OR json_valid(check_content)),
  pdf_sha256 TEXT,
  pdf_size INTEGER,
  docx_sha256 TEXT,
  docx_size INTEGER,
  begun_at TEXT NOT NULL
) STRICT;

-- Append-only: no statement of the app updates or deletes an event; a payload can be erased, the chain stays whole.
CREATE TABLE audit_event (
  sequence INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  commitment TEXT NOT NULL CHECK (length(commitment) = 64),
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END;
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END;
CREATE TABLE audit_payload (
  event_id TEXT PRIMARY KEY NOT NULL REFERENCES audit_event (id),
  salt TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload))
) STRICT;

-- Statements to be copied into sheets; no sheet refers to one. Removed ones go when the workspace is opened next.
CREATE TABLE bank_statement (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('strengths', 'improvements')),
  text TEXT NOT NULL,
  places TEXT NOT NULL CHECK (json_valid(places)),
  origin TEXT NOT NULL CHECK (origin IN ('starter', 'own')),
  uses INTEGER NOT NULL CHECK (uses >= 0),
  last_used_at TEXT,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  CHECK ((uses = 0) = (last_used_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX bank_statement_text ON bank_statement (kind, text) WHERE removed = 0;

CREATE TABLE setting (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;
`,
};
