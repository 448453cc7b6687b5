// Made by tools/admin-client.mjs from the OpenAPI document of the admin API. Do not edit.
export interface paths {
    "/blitz/admin/api/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of calls, by procedure and destination
         * @description Needs `w_system`.
         */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/test-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries a procedure: it really calls
         * @description A line for each step as it happens. Secrets and digits are masked. Needs `w_system`.
         */
        post: operations["postTestCalls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CallFault: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            at: string;
        } & {
            [key: string]: unknown;
        };
        CallStatistics: {
            days: number;
            procedures: {
                destinations: components["schemas"]["DestinationStatistics"][];
                enabled: boolean;
                last_faults: components["schemas"]["CallFault"][];
                procedure: string;
                rests_until: string | null;
            }[];
        };
        DestinationStatistics: {
            completed: number;
            /** @description E.164 without the last seven digits. */
            destination: string;
            mean_to_code_ms: number | null;
            offered: number;
            placed: number;
        } & {
            [key: string]: unknown;
        };
        Problem: {
            /** @description Stable: what programs decide by. */
            code: string;
            /** @description By this the request is found in the logs and the journal. */
            correlationId: string;
            /** @description With `changed_meanwhile`: what stands there now. */
            current?: unknown;
            /** @description With `changed_meanwhile`: of what stands there now. */
            etag?: string;
            /** @description With `fields_invalid`: what is wrong, and what is allowed there. */
            fields?: {
                expected: string;
                limit?: number;
                pointer: string;
                rule: string;
            }[];
            retryAfterSec?: number;
            status: number;
            title: string;
            type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getStatistics: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallStatistics"];
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTestCalls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description The steps of the call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/event-stream": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
