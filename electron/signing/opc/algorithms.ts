/** The names by which XML signatures call what we use of them. */
export const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
/** Canonical XML 1.0, the one that a package's signature may use. */
export const CANONICAL_XML = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
export const SHA_256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
export const ECDSA_SHA_256 = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256';
export const RELATIONSHIP_TRANSFORM = 'http://schemas.openxmlformats.org/package/2006/RelationshipTransform';
export const PACKAGE_SIGNATURE = 'http://schemas.openxmlformats.org/package/2006/digital-signature';
export const XADES = 'http://uri.etsi.org/01903/v1.3.2#';
export const OFFICE_SIGNATURE = 'http://schemas.microsoft.com/office/2006/digsig';
