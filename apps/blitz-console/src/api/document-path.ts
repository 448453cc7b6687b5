/** Where the OpenAPI document of the admin API stands. */
export const documentPath = '/blitz/admin/api/v1/openapi.json';
