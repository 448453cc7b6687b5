/** Where the admin API can be read and tried in a browser. */
export const tryItPath = '/blitz/admin/api/docs';

/** What the page is made of. */
export const tryItFiles = ['try-it.js', 'try-it.css', 'swagger-ui-bundle.js', 'swagger-ui.css'] as const;

export type TryItFile = (typeof tryItFiles)[number];

export function fileUrl(file: TryItFile): string {
  return `${tryItPath}/${file}`;
}

/** All addresses of the page: open to everybody, as the document is. What is sent from it is let in as any other request. */
export const tryItUrls: readonly string[] = [tryItPath, ...tryItFiles.map(fileUrl)];
