/** The names by which packages and their signatures call what is read of them (ECMA-376 part 2, XML signatures, XAdES). */
export const CONTENT_TYPES = '[Content_Types].xml';
export const CONTENT_TYPES_NS = 'http://schemas.openxmlformats.org/package/2006/content-types';
export const RELATIONSHIPS_NS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
export const ORIGIN_RELATION = `${RELATIONSHIPS_NS}/digital-signature/origin`;
export const SIGNATURE_RELATION = `${RELATIONSHIPS_NS}/digital-signature/signature`;
export const SIGNATURE_TYPE = 'application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml';
export const RELATIONSHIP_TRANSFORM = 'http://schemas.openxmlformats.org/package/2006/RelationshipTransform';
export const PACKAGE_SIGNATURE_NS = 'http://schemas.openxmlformats.org/package/2006/digital-signature';
export const DSIG_NS = 'http://www.w3.org/2000/09/xmldsig#';
export const XADES_NS = 'http://uri.etsi.org/01903/v1.3.2#';
export const OFFICE_DOCUMENT = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument',
  'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument',
]);
