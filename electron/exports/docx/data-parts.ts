import { BuilderElement, type Document } from 'docx';
import type { Attachment } from '../attachment.ts';

/** By which a package points at what it carries as data. A relationship of no known type is left alone by Word. */
const DATA_RELATIONSHIP = 'urn:countersign:relationship:data';
const FOLDER = 'countersign';
/** One segment of a part name as it is, without anything to escape. */
const NAME = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;

/** Adds each as a part of the package, `/countersign/countersign-sheet.json`, and returns its content for the packer. */
export function addDataParts(
  file: Document,
  attachments: readonly Pick<Attachment, 'name' | 'json'>[],
): readonly { readonly path: string; readonly data: string }[] {
  return attachments.map(({ name, json }, index) => {
    if (!NAME.test(name)) throw new Error(`"${name}" cannot be the name of a part`);
    const path = `${FOLDER}/${name}`;
    file.ContentTypes.addOverride('application/json', `/${path}`);
    file.FileRelationships.addChildElement(relationship(`rIdData${index + 1}`, path));
    return { path, data: json };
  });
}

function relationship(id: string, target: string) {
  return new BuilderElement<{ readonly id: string; readonly type: string; readonly target: string }>({
    name: 'Relationship',
    attributes: {
      id: { key: 'Id', value: id },
      type: { key: 'Type', value: DATA_RELATIONSHIP },
      target: { key: 'Target', value: target },
    },
  });
}
