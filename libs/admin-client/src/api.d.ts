// Made by tools/admin-client.mjs from the OpenAPI document of the admin API. Do not edit.
export interface paths {
    "/blitz/admin/api/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The applications that people log in to, and the programs that work with this API
         * @description Needs `w_app`.
         */
        get: operations["getApplications"];
        put?: never;
        /**
         * Makes an application known
         * @description Its secret is in the answer, this once. A `machine` also takes `w_admin`, and each of the privileges that it is given. Needs `w_app`.
         */
        post: operations["postApplications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/applications/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One application
         * @description Needs `w_app`.
         */
        get: operations["getApplicationsClientId"];
        /**
         * Replaces what is known of an application
         * @description In force within a second. Its id, kind and secret stay. Needs `w_app`.
         */
        put: operations["putApplicationsClientId"];
        post?: never;
        /**
         * Forgets an application
         * @description Within a second nobody logs in to it any more, and its tokens are good for nothing; those of a `machine` end by themselves within five minutes. Needs `w_app`. People must have logged in within the last five minutes.
         */
        delete: operations["deleteApplicationsClientId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/applications/{client_id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives an application another secret
         * @description The secret of before is refused within a second. The new one is in the answer, this once. Needs `w_app`. People must have logged in within the last five minutes.
         */
        post: operations["postApplicationsClientIdSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The methods of both factors, in order
         * @description Needs `w_system`.
         */
        get: operations["getMethods"];
        /**
         * Orders the methods and switches them on and off
         * @description A method that lacks something can not be switched on: 409 `method_not_ready` says what. Needs `w_system`.
         */
        put: operations["putMethods"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The settings in force, and where each comes from
         * @description Needs `w_system`.
         */
        get: operations["getSettings"];
        /**
         * Saves some settings
         * @description In force in every running service within a second. Needs `w_system`.
         */
        put: operations["putSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/settings/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is saved over blitz.conf, and by whom
         * @description Needs `w_system`.
         */
        get: operations["getSettingsDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/settings/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What saving these settings would do
         * @description Needs `w_system`.
         */
        post: operations["postSettingsDryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/settings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The settings in force as a blitz.conf
         * @description Without secrets, and without what is not known. Needs `w_system`.
         */
        get: operations["getSettingsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/settings/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * blitz.conf: where it stands, and what was odd in it
         * @description Needs `w_system`.
         */
        get: operations["getSettingsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/settings/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Saves what a blitz.conf says
         * @description Needs `w_system`.
         */
        post: operations["postSettingsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/settings/import/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What importing a blitz.conf would do
         * @description Needs `w_system`.
         */
        post: operations["postSettingsImportDryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/settings/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every setting: label, help, range, default
         * @description Needs `w_system`.
         */
        get: operations["getSettingsSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/settings/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who saved what when, the newest first
         * @description Needs `w_system`.
         */
        get: operations["getSettingsVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/settings/versions/{version}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What going back to a version would do
         * @description Needs `w_system`.
         */
        get: operations["getSettingsVersionsVersionDryRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/settings/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Saves what an older version said as a new one
         * @description Needs `w_system`.
         */
        post: operations["postSettingsVersionsVersionRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
        Application: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            changed_at: string;
            client_id: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            created_at: string;
            has_secret: boolean;
            /**
             * @description `web` runs on a server and keeps a secret, `native` runs on people’s devices or in their browsers and keeps none, `machine` logs nobody in and works with this API. Never changes.
             * @enum {unknown}
             */
            kind: "web" | "native" | "machine";
            name: string;
            post_logout_redirect_uris: string[];
            privileges: ("w_admin" | "r_audit" | "w_system" | "w_app" | "w_ui" | "w_user")[];
            redirect_uris: string[];
            refresh_tokens: boolean;
            required_factor: 2 | null;
            secret_since: string | null;
        };
        ApplicationChange: {
            /**
             * @description `web` runs on a server and keeps a secret, `native` runs on people’s devices or in their browsers and keeps none, `machine` logs nobody in and works with this API. Never changes.
             * @enum {unknown}
             */
            kind: "web" | "native" | "machine";
            /** @description As people read it when they log in: 1–100 characters. */
            name: string;
            /** @description Where logouts return to; none when left out. */
            post_logout_redirect_uris?: string[];
            /** @description What a `machine` may do: at least one. Takes `w_admin`, and each of the privileges oneself. */
            privileges?: ("w_admin" | "r_audit" | "w_system" | "w_app" | "w_ui" | "w_user")[];
            /** @description Where logins return to: at least one, but none for `machine`. https, or http on the loopback address; for `native` also a scheme of one’s own, as in `com.example.app:/callback`. Compared exactly. */
            redirect_uris?: string[];
            /** @description It gets refresh tokens; true when left out, but for `machine`. */
            refresh_tokens?: boolean;
            /** @description 2: each login to it takes two factors, in trusted browsers too. Null or left out: what the installation and the account ask for. */
            required_factor?: 2 | null;
        };
        ApplicationWithSecret: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            changed_at: string;
            client_id: string;
            client_secret: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            created_at: string;
            has_secret: boolean;
            /**
             * @description `web` runs on a server and keeps a secret, `native` runs on people’s devices or in their browsers and keeps none, `machine` logs nobody in and works with this API. Never changes.
             * @enum {unknown}
             */
            kind: "web" | "native" | "machine";
            name: string;
            post_logout_redirect_uris: string[];
            privileges: ("w_admin" | "r_audit" | "w_system" | "w_app" | "w_ui" | "w_user")[];
            redirect_uris: string[];
            refresh_tokens: boolean;
            required_factor: 2 | null;
            secret_since: string | null;
        };
        Author: {
            /** @description The `sub` of an account, or the `client_id` of a program. */
            id: string;
            name: string | null;
        };
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
        ConfFile: {
            path: string;
            prefix: string;
            warnings: {
                file: string;
                key: string;
                line: number;
                message: string;
                why: string;
            }[];
        };
        ConfPreview: {
            /** @description In what takes effect. */
            differences: components["schemas"]["SettingDifference"][];
            /** @description What contradicts nothing, but nobody would want. */
            doubts: components["schemas"]["SettingRemark"][];
            /** @description Where each key that would change stands. */
            lines: {
                [key: string]: number;
            };
            odds: components["schemas"]["GuessingOdds"];
            /** @description Why it would be refused. What is wrong is left out of the rest. */
            problems: components["schemas"]["SettingProblem"][];
            /** @description Methods that could not be switched on. */
            refusals: {
                method: string;
                missing: {
                    /** @description The procedure that it is said of. */
                    about?: string;
                    /** @enum {unknown} */
                    what: "not_supported" | "settings_not_saved" | "no_procedure" | "secret_missing" | "secret_unreadable" | "procedure_failed_last_test";
                }[];
            }[];
            /** @description Where a code by telephone falls short of NIST SP 800-63B-4. */
            shortfalls: components["schemas"]["SettingRemark"][];
            /** @description What has no effect here. */
            unknown: components["schemas"]["FileRemark"][];
            /** @description What it was compared with. */
            version: number;
            /** @description Why it can not be read. */
            wrong: {
                expected: string;
                key: string;
                line: number;
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
        FileRemark: {
            key: string;
            line: number;
            message: string;
            why: string;
        };
        /** @description Of somebody who has the password and not the phone; never better than true. */
        GuessingOdds: {
            /** @description One in so many: by somebody who waits out every block for a day. */
            per_day: number;
            /** @description One in so many: with the wrong codes that one call allows. */
            per_login: number;
            /** @description One in so many: with the whole budget. */
            until_block: number;
        };
        Method: {
            enabled: boolean;
            id: string;
            /** @description What keeps it from being switched on, or from working. */
            missing: {
                /** @description The procedure that it is said of. */
                about?: string;
                /** @enum {unknown} */
                what: "not_supported" | "settings_not_saved" | "no_procedure" | "secret_missing" | "secret_unreadable" | "procedure_failed_last_test";
            }[];
            /** @enum {unknown} */
            state: "not_supported" | "not_configured" | "off" | "on";
        };
        Methods: {
            first: components["schemas"]["Method"][];
            second: components["schemas"]["Method"][];
        };
        NewApplication: {
            /** @description A letter, then up to 99 letters, digits, dots, dashes and underscores, without a row of seven digits and dashes. Never changes. */
            client_id: string;
            /**
             * @description `web` runs on a server and keeps a secret, `native` runs on people’s devices or in their browsers and keeps none, `machine` logs nobody in and works with this API. Never changes.
             * @enum {unknown}
             */
            kind: "web" | "native" | "machine";
            /** @description As people read it when they log in: 1–100 characters. */
            name: string;
            /** @description Where logouts return to; none when left out. */
            post_logout_redirect_uris?: string[];
            /** @description What a `machine` may do: at least one. Takes `w_admin`, and each of the privileges oneself. */
            privileges?: ("w_admin" | "r_audit" | "w_system" | "w_app" | "w_ui" | "w_user")[];
            /** @description Where logins return to: at least one, but none for `machine`. https, or http on the loopback address; for `native` also a scheme of one’s own, as in `com.example.app:/callback`. Compared exactly. */
            redirect_uris?: string[];
            /** @description It gets refresh tokens; true when left out, but for `machine`. */
            refresh_tokens?: boolean;
            /** @description 2: each login to it takes two factors, in trusted browsers too. Null or left out: what the installation and the account ask for. */
            required_factor?: 2 | null;
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
        SettingComparison: {
            by: {
                /**
                 * Format: date-time
                 * @description RFC 3339, in UTC.
                 * @example 2026-11-26T12:00:00.000Z
                 */
                at: string;
                author: components["schemas"]["Author"];
                version: number;
            };
            /** @description What is in force when the key is taken back; missing: no setting of this version. */
            file?: unknown;
            key: string;
            saved: unknown;
            /** @description Whether blitz.conf says so, or it is the default. */
            written: boolean;
        };
        SettingDefinition: {
            choices?: {
                label: components["schemas"]["Text"];
                value: string | number;
            }[];
            /** @description As the definition of the setting says. */
            default: unknown;
            expected: components["schemas"]["Text"];
            help: components["schemas"]["Text"];
            /** @description Whether it can be saved; otherwise only blitz.conf says it. */
            in_console: boolean;
            /** @description As in blitz.conf, below its prefix. */
            key: string;
            /** @enum {unknown} */
            kind: "integer" | "choice" | "choices" | "attribute" | "languages" | "country" | "countries" | "factors" | "attributes";
            label: components["schemas"]["Text"];
            max?: number;
            min?: number;
            /**
             * @description Whose key it is.
             * @enum {unknown}
             */
            origin: "vendor" | "ours";
            unit?: string;
            unit_name?: components["schemas"]["Text"];
        };
        /** @description A side is missing where nothing stood. */
        SettingDifference: {
            /** @description As the definition of the setting says. */
            after?: unknown;
            /** @description As the definition of the setting says. */
            before?: unknown;
            key: string;
        };
        SettingProblem: {
            expected: components["schemas"]["Text"];
            /** @description Of the setting, and where in its value. */
            key: string;
        };
        SettingRemark: {
            because: components["schemas"]["Text"];
            key: string | null;
        };
        Settings: {
            /** @description What contradicts nothing, but nobody would want. */
            doubts: components["schemas"]["SettingRemark"][];
            /** @description What is in force when nothing is saved. */
            file: {
                [key: string]: unknown;
            };
            /** @description Saved, but without effect. */
            ignored: components["schemas"]["SettingProblem"][];
            odds: components["schemas"]["GuessingOdds"];
            /** @description Where a code by telephone falls short of NIST SP 800-63B-4. */
            shortfalls: components["schemas"]["SettingRemark"][];
            sources: {
                [key: string]: "saved" | "file" | "default";
            };
            values: {
                [key: string]: unknown;
            };
            /** @description Of what is saved; 0 when nothing ever was. */
            version: number;
        };
        SettingsPreview: {
            /** @description In what takes effect. */
            differences: components["schemas"]["SettingDifference"][];
            /** @description What contradicts nothing, but nobody would want. */
            doubts: components["schemas"]["SettingRemark"][];
            odds: components["schemas"]["GuessingOdds"];
            /** @description Why it would be refused. What is wrong is left out of the rest. */
            problems: components["schemas"]["SettingProblem"][];
            /** @description Methods that could not be switched on. */
            refusals: {
                method: string;
                missing: {
                    /** @description The procedure that it is said of. */
                    about?: string;
                    /** @enum {unknown} */
                    what: "not_supported" | "settings_not_saved" | "no_procedure" | "secret_missing" | "secret_unreadable" | "procedure_failed_last_test";
                }[];
            }[];
            /** @description Where a code by telephone falls short of NIST SP 800-63B-4. */
            shortfalls: components["schemas"]["SettingRemark"][];
            /** @description What it was compared with. */
            version: number;
        };
        SettingsVersion: {
            address: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            at: string;
            author: components["schemas"]["Author"];
            browser: string;
            /** @description Against the version before. */
            differences: components["schemas"]["SettingDifference"][];
            version: number;
        };
        Text: {
            en: string;
            ru: string;
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
    getApplications: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
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
                    "application/json": {
                        items: components["schemas"]["Application"][];
                        /** @description For `cursor`; null at the end. */
                        next: string | null;
                    };
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
    postApplications: {
        parameters: {
            query?: never;
            header?: {
                /** @description Drawn by the sender. A repetition within 24 hours is answered with the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApplication"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationWithSecret"];
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
    getApplicationsClientId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client_id: string;
            };
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
                    "application/json": components["schemas"]["Application"];
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
    putApplicationsClientId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`. */
                "If-Match"?: string;
                /** @description `*`: nothing may stand there yet. */
                "If-None-Match"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    deleteApplicationsClientId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`. */
                "If-Match"?: string;
                /** @description `*`: nothing may stand there yet. */
                "If-None-Match"?: string;
            };
            path: {
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    postApplicationsClientIdSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`. */
                "If-Match"?: string;
                /** @description `*`: nothing may stand there yet. */
                "If-None-Match"?: string;
            };
            path: {
                client_id: string;
            };
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
                    "application/json": components["schemas"]["ApplicationWithSecret"];
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
    getMethods: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Methods"];
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
    putMethods: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`. */
                "If-Match"?: string;
                /** @description `*`: nothing may stand there yet. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Each method that blitz.conf lists here, in the order wanted. */
                    first: {
                        enabled: boolean;
                        id: string;
                    }[];
                    /** @description Each method that blitz.conf lists here, in the order wanted. */
                    second: {
                        enabled: boolean;
                        id: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Methods"];
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
    getSettings: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Settings"];
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
    putSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`. */
                "If-Match"?: string;
                /** @description `*`: nothing may stand there yet. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
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
    getSettingsDifferences: {
        parameters: {
            query?: never;
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
                    "application/json": {
                        entries: components["schemas"]["SettingComparison"][];
                        ignored: components["schemas"]["SettingProblem"][];
                        version: number;
                    };
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
    postSettingsDryRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsPreview"];
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
    getSettingsExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HOCON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
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
    getSettingsFile: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["ConfFile"];
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
    postSettingsImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`. */
                "If-Match"?: string;
                /** @description `*`: nothing may stand there yet. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A blitz.conf, or a part of one: at most 262144 bytes. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
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
    postSettingsImportDryRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A blitz.conf, or a part of one: at most 262144 bytes. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfPreview"];
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
    getSettingsSchema: {
        parameters: {
            query?: never;
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
                    "application/json": {
                        definitions: components["schemas"]["SettingDefinition"][];
                    };
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
    getSettingsVersions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
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
                    "application/json": {
                        items: components["schemas"]["SettingsVersion"][];
                        /** @description For `cursor`; null at the end. */
                        next: string | null;
                    };
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
    getSettingsVersionsVersionDryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
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
                    "application/json": {
                        /** @description In what takes effect. */
                        differences: components["schemas"]["SettingDifference"][];
                        /** @description What contradicts nothing, but nobody would want. */
                        doubts: components["schemas"]["SettingRemark"][];
                        odds: components["schemas"]["GuessingOdds"];
                        /** @description Why it would be refused. What is wrong is left out of the rest. */
                        problems: components["schemas"]["SettingProblem"][];
                        /** @description Methods that could not be switched on. */
                        refusals: {
                            method: string;
                            missing: {
                                /** @description The procedure that it is said of. */
                                about?: string;
                                /** @enum {unknown} */
                                what: "not_supported" | "settings_not_saved" | "no_procedure" | "secret_missing" | "secret_unreadable" | "procedure_failed_last_test";
                            }[];
                        }[];
                        /** @description Where a code by telephone falls short of NIST SP 800-63B-4. */
                        shortfalls: components["schemas"]["SettingRemark"][];
                        /** @description What it was compared with. */
                        version: number;
                    };
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
    postSettingsVersionsVersionRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`. */
                "If-Match"?: string;
                /** @description `*`: nothing may stand there yet. */
                "If-None-Match"?: string;
            };
            path: {
                version: string;
            };
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
                    "application/json": components["schemas"]["Settings"];
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
