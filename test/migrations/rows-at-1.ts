const DIGEST = (digit: string) => `'${digit.repeat(64)}'`;
const AT = `'2026-11-22T09:00:00.000+00:00'`;

/** A row in every table, as schema 1 holds them: what every later migration has to bring along. */
export const ROWS_AT_1: readonly string[] = [
  `INSERT INTO centre (id, number, name) VALUES ('centre-1', '012345', 'Fernhollow')`,
  `INSERT INTO person (id, centre_id, name, roles, is_owner) VALUES ('person-1', 'centre-1', 'Morgan Vale', '["assessor"]', 1)`,
  `INSERT INTO person_key (id, person_id, certificate, fingerprint, sealed_private_key, valid_from, valid_until)
   VALUES ('key-1', 'person-1', x'30', ${DIGEST('1')}, x'00', ${AT}, NULL)`,
  `INSERT INTO person_alias (alias, person_id) VALUES ('person-9', 'person-1')`,
  `INSERT INTO known_key (fingerprint, person_id, name, name_key, roles, centre, certificate, valid_from, valid_until, first_seen_at)
   VALUES (${DIGEST('9')}, 'person-2', 'Ada Wren', 'ada wren', '["iqa"]', 'Fernhollow', x'30', ${AT}, NULL, ${AT})`,
  `INSERT INTO register_edition (edition, content, signature, fingerprint, taken_at)
   VALUES (1, '{}', x'30', ${DIGEST('9')}, ${AT})`,
  `INSERT INTO pack (digest, code, version, content, built_in, added_at) VALUES (${DIGEST('2')}, 'p', '1.0.0', '{}', 1, ${AT})`,
  `INSERT INTO learner (id, centre_id, name, registration_number, registration_key, cohort, search_text,
     family_key, created_at)
   VALUES ('learner-1', 'centre-1', 'Rhys Jones', 'ABC123', 'abc123', '', 'rhys jones abc123', 'jones', ${AT})`,
  `INSERT INTO learner_alias (alias, learner_id) VALUES ('learner-9', 'learner-1')`,
  `INSERT INTO attempt (id, learner_id, pack_digest, pack_code, assessment, number, previous_id, date_received,
     declaration_date, standardisation_refused, returned_on, return_reason, created_at)
   VALUES ('attempt-1', 'learner-1', ${DIGEST('2')}, 'p', 'a', 1, NULL, '2026-11-02', '2026-11-01', 0, NULL, NULL, ${AT})`,
  `INSERT INTO enrolment (id, learner_id, pack_digest, pack_code, qualification, enrolled_on)
   VALUES ('enrolment-1', 'learner-1', ${DIGEST('2')}, 'p', 'q', '2026-11-01')`,
  `INSERT INTO enrolment_unit (enrolment_id, unit, unit_group, how, reason, granted_on)
   VALUES ('enrolment-1', 'u1', 'A', 'planned', NULL, NULL)`,
  `INSERT INTO evidence (id, learner_id, pack_code, qualification, number, title, kind, record, simulated, added_on, removed)
   VALUES ('evidence-1', 'learner-1', 'p', 'q', 1, 'Plan', '{"code":"k","text":"K"}', '{"form":"product"}', 0, '2026-11-02', 0)`,
  `INSERT INTO evidence_link (evidence_id, unit, criterion, place) VALUES ('evidence-1', 'u1', '1.1', 'p 3')`,
  `INSERT INTO plan (id, pack_code, qualification, programme, agreed_with, agreed_on)
   VALUES ('plan-1', 'p', 'q', 'Autumn', 'Ada Wren', '2026-11-01')`,
  `INSERT INTO planned_work (id, plan_id, number, title, kind, from_date, to_date, removed)
   VALUES ('work-1', 'plan-1', 1, 'Report', '{"code":"k","text":"K"}', '2026-11-01', NULL, 0)`,
  `INSERT INTO planned_criterion (work_id, unit, criterion) VALUES ('work-1', 'u1', '1.1')`,
  `INSERT INTO script (id, attempt_id, position, name, sha256, size, media_type, display, words, pages)
   VALUES ('script-1', 'attempt-1', 0, 'a.pdf', ${DIGEST('3')}, 10, 'application/pdf', 'pdf', '{"kind":"counted","words":3}', 1)`,
  `INSERT INTO sheet (id, attempt_id, purpose, pack_digest, assessment, assessor_id, revision, reopen_reason, state,
     version, redo, saved_at, outcome, total, sections_marked)
   VALUES ('sheet-1', 'attempt-1', 'official', ${DIGEST('2')}, 'a', 'person-1', 1, NULL, 'draft', 0, '[]', NULL, 'incomplete', 0, 0)`,
  `INSERT INTO sheet_section (sheet_id, section, position, strengths, improvements, mark, criteria, carried)
   VALUES ('sheet-1', 's1', 0, 'Good', 'Better', 7, '[]', NULL)`,
  `INSERT INTO highlight (id, sheet_id, number, script_id, kind, section, anchor, words, note, created_at, removed)
   VALUES ('highlight-1', 'sheet-1', 1, 'script-1', 'strengths', 's1', '{"kind":"region"}', 'words', '', ${AT}, 0)`,
  `INSERT INTO field_version (sheet_id, revision, field, value, began_at, saved_at)
   VALUES ('sheet-1', 1, 'mark/s1', '7', ${AT}, ${AT})`,
  `INSERT INTO undo_step (sheet_id, revision, sequence, field, at, before, after, whole, began_at, saved_at, undone)
   VALUES ('sheet-1', 1, 1, 'mark/s1', 0, '', '7', 0, ${AT}, ${AT}, 0)`,
  `INSERT INTO signing (sheet_id, revision, digest, content, key_id, begun_at)
   VALUES ('sheet-1', 1, ${DIGEST('4')}, '{}', 'key-1', ${AT})`,
  `INSERT INTO signed_revision (sheet_id, revision, digest, content, key_id, signed_at, pdf_sha256, pdf_size, docx_sha256, docx_size)
   VALUES ('sheet-1', 1, ${DIGEST('4')}, '{}', 'key-1', ${AT}, ${DIGEST('5')}, 10, ${DIGEST('6')}, 10)`,
  `INSERT INTO received_sheet (id, sheet_id, revision, digest, content, first_pdf_sha256, pdf_sha256, pdf_size,
     assessor_docx_sha256, assessor_docx_size, docx_sha256, docx_size, check_content, received_at)
   VALUES ('check-1', 'sheet-9', 1, ${DIGEST('9')}, '{}', ${DIGEST('a')}, ${DIGEST('b')}, 10, ${DIGEST('c')}, 10,
     ${DIGEST('d')}, 10, '{}', ${AT})`,
  `INSERT INTO received_signature (received_id, place, name, fingerprint, signed_at)
   VALUES ('check-1', 'assessor', 'Morgan Vale', ${DIGEST('1')}, ${AT})`,
  `INSERT INTO place_signing (received_id, place, key_id, check_content, begun_at)
   VALUES ('check-1', 'ev', 'key-1', NULL, ${AT})`,
  `INSERT INTO audit_event (sequence, id, at, actor, kind, commitment, previous, hash)
   VALUES (1, 'event-1', ${AT}, 'person-1', 'workspace-created', ${DIGEST('7')}, ${DIGEST('0')}, ${DIGEST('8')})`,
  `INSERT INTO audit_payload (event_id, salt, payload) VALUES ('event-1', 'salt', '{}')`,
  `INSERT INTO bank_statement (id, kind, text, places, origin, uses, last_used_at, removed)
   VALUES ('statement-1', 'strengths', 'Clear from the first page', '[]', 'own', 2, ${AT}, 0)`,
  `INSERT INTO setting (name, value) VALUES ('theme', 'dark')`,
];
