// Made by tools/admin-client.mjs from the OpenAPI document of the admin API. Do not edit.
export interface paths {
    "/blitz/admin/api/v1/administrators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may work in the console
         * @description Needs `w_admin`.
         */
        get: operations["getAdministrators"];
        put?: never;
        /**
         * Makes an account an administrator
         * @description The role `root` is given by those who have all of its privileges. Needs `w_admin`. People must have logged in within the last five minutes.
         */
        post: operations["postAdministrators"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/administrators/{sub}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One administrator
         * @description Needs `w_admin`.
         */
        get: operations["getAdministratorsSub"];
        /**
         * Gives an administrator other roles
         * @description In force with their next request. One administrator with the role `root` whose account is not locked always stays. Nobody changes their own. Needs `w_admin`. People must have logged in within the last five minutes.
         */
        put: operations["putAdministratorsSub"];
        post?: never;
        /**
         * Takes all roles away from somebody
         * @description In force with their next request; their account stays. One administrator with the role `root` whose account is not locked always stays. Needs `w_admin`. People must have logged in within the last five minutes.
         */
        delete: operations["deleteAdministratorsSub"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/administrators/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account that somebody means: by its whole login, e-mail address or telephone number
         * @description Needs `w_admin`.
         */
        get: operations["getAdministratorsCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/blitz/admin/api/v1/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the directory knows of people
         * @description Needs `w_user` or `w_system`.
         */
        get: operations["getAttributes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/caller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who asks, and what they may do
         * @description Needs `w_admin` or `r_audit` or `w_system` or `w_app` or `w_ui` or `w_user`.
         */
        get: operations["getCaller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/calls/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of calls over time, and why they were not made
         * @description Whole hours or days of UTC. At most 7 days by hour and 92 by day; the last 24 hours when nothing is said. Needs `w_system` or `r_audit`.
         */
        get: operations["getCallsOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/calls/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the diallers keep up, this moment
         * @description Needs `w_system` or `r_audit`.
         */
        get: operations["getCallsQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The journal, the newest first
         * @description Needs `r_audit`.
         */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One event
         * @description Needs `r_audit`.
         */
        get: operations["getEventsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/events/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The journal as a file, the newest first
         * @description At most 1,000,000 events; the file says where it was cut off. Exports are written to the journal. Needs `r_audit`.
         */
        get: operations["getEventsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/events/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events as they are written
         * @description Server-sent events: `data` is an event as in the list. With the `Last-Event-ID` header it goes on where a connection broke; an event may come a second time, never not at all. `missed`: too much was written meanwhile, look at the list. `ended`: you may not watch any more. Needs `r_audit`.
         */
        get: operations["getEventsLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The types of the language, for an editor
         * @description Needs `w_system`.
         */
        get: operations["getLanguage"];
        put?: never;
        post?: never;
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
    "/blitz/admin/api/v1/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is asked to make calls, whereto, in which order
         * @description Needs `w_system`.
         */
        get: operations["getPlan"];
        /**
         * Says who is asked to make calls
         * @description Needs `w_system`.
         */
        put: operations["putPlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The procedures that there are
         * @description None is ever deleted, for calls are ended by what began them: one that is in no plan, or switched off there, is asked for nothing. Needs `w_system`.
         */
        get: operations["getProcedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/procedures/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A procedure with its source
         * @description Needs `w_system`.
         */
        get: operations["getProceduresKey"];
        /**
         * Saves a procedure as its next version
         * @description Calls are made by it within a second, if the plan names it. What is wrong with it is told as `procedure_invalid` with `problems`: line, column, message. Needs `w_system`.
         */
        put: operations["putProceduresKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/procedures/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of a procedure, the newest first
         * @description Needs `w_system`.
         */
        get: operations["getProceduresKeyVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/procedures/{key}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version with its source
         * @description Needs `w_system`.
         */
        get: operations["getProceduresKeyVersionsVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/procedures/{key}/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings a version back, as a new one
         * @description It is looked at as whatever is saved: a secret that it names may be gone. Needs `w_system`.
         */
        post: operations["postProceduresKeyVersionsVersionRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/procedures/examine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is wrong with a draft
         * @description What a save would say. Nothing is saved, called or sent, and no secret is known to it. Six hundred times in ten minutes. Needs `w_system`.
         */
        post: operations["postProceduresExamine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The roles and what they allow
         * @description Needs `w_admin` or `r_audit` or `w_system` or `w_app` or `w_ui` or `w_user`.
         */
        get: operations["getRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The secrets of procedures, without their values
         * @description Needs `w_system`.
         */
        get: operations["getSecrets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/secrets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives a secret its value, and says where it may go
         * @description Other hosts need the value again: who does not know it can’t send it elsewhere. Needs `w_system`. People must have logged in within the last five minutes.
         */
        put: operations["putSecretsName"];
        post?: never;
        /**
         * Deletes a secret that no procedure names
         * @description Needs `w_system`. People must have logged in within the last five minutes.
         */
        delete: operations["deleteSecretsName"];
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
         * @description Needs `w_system` or `r_audit`.
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
    "/blitz/admin/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready procedures, one for each provider
         * @description Needs `w_system`.
         */
        get: operations["getTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A template with its source
         * @description Needs `w_system`.
         */
        get: operations["getTemplatesId"];
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
    "/blitz/admin/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finds accounts by login, name, number or e-mail address
         * @description By the beginning of each word, in any order; numbers also by their last 4 digits or more. Without `q`: all, by login. Needs `w_user` or `r_audit` or `w_admin`.
         */
        get: operations["getUsers"];
        put?: never;
        /**
         * Creates an account
         * @description It has no password yet: nobody gets in with it before one is set. Needs `w_user`.
         */
        post: operations["postUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/{sub}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads an account
         * @description Needs `w_user`.
         */
        get: operations["getUsersSub"];
        /**
         * Replaces the attributes of an account
         * @description Another telephone number ends the trust of browsers. Locks have a route of their own. Needs `w_user`.
         */
        put: operations["putUsersSub"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/{sub}/browsers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Browsers that are not asked for the second factor
         * @description Needs `w_user`.
         */
        get: operations["getUsersSubBrowsers"];
        put?: never;
        post?: never;
        /**
         * Takes the trust from all browsers of an account
         * @description Needs `w_user`.
         */
        delete: operations["deleteUsersSubBrowsers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/{sub}/browsers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes the trust from one browser
         * @description Needs `w_user`.
         */
        delete: operations["deleteUsersSubBrowsersId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/{sub}/level": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * How many factors an account is asked for
         * @description Null leaves it to the configuration. The stricter of both counts. Needs `w_user`.
         */
        put: operations["putUsersSubLevel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/{sub}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Locks an account or its password, or opens them again
         * @description A locked account’s sessions end. Needs `w_user`.
         */
        put: operations["putUsersSubLock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/{sub}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives an account another password
         * @description Sessions, tokens, logins under way and trusted browsers end. A password that was drawn is told in this answer and never again. Needs `w_user`. People must have logged in within the last five minutes.
         */
        post: operations["postUsersSubPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/{sub}/reset-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has an account begin anew with a factor
         * @description Forgets what was spent, the live call and the trust of all browsers. Sessions stay. Needs `w_user`. People must have logged in within the last five minutes.
         */
        post: operations["postUsersSubResetFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/{sub}/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an account stands: factors, blocks, level
         * @description Needs `w_user`.
         */
        get: operations["getUsersSubSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/{sub}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a person is logged in
         * @description Needs `w_user`.
         */
        get: operations["getUsersSubSessions"];
        put?: never;
        post?: never;
        /**
         * Ends all sessions of an account, logins under way, and the tokens that applications hold
         * @description Needs `w_user`.
         */
        delete: operations["deleteUsersSubSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/{sub}/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends one session, with the tokens that came of it
         * @description Needs `w_user`.
         */
        delete: operations["deleteUsersSubSessionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/{sub}/unblock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives an account a whole new budget for one method
         * @description Whoever is typing at that moment loses nothing. Other methods stay as they are. Needs `w_user`.
         */
        post: operations["postUsersSubUnblock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last imports
         * @description The newest first, at most 20; they are kept for 30 days. Needs `w_user`.
         */
        get: operations["getUsersImports"];
        put?: never;
        /**
         * Imports accounts from CSV
         * @description The first line names the columns: `login`, and of `required_factor` (1, 2 or empty), `password` or `password_hash` (argon2id, as PHC) and the attributes of the directory what there is. Separated by commas, semicolons or tabs, in UTF-8. Empty cells say nothing. Passwords are set for new accounts only. At most 256 MiB, one import at a time. Answers when the file is here; the work goes on. Needs `w_user`.
         */
        post: operations["postUsersImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an import stands
         * @description Needs `w_user`.
         */
        get: operations["getUsersImportsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blitz/admin/api/v1/users/imports/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is to be said of its lines
         * @description Line, column, kind, rule and what was expected there; never a value. Needs `w_user`.
         */
        get: operations["getUsersImportsIdReport"];
        put?: never;
        post?: never;
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
        AccountImport: {
            /** @description Whose import it is. */
            actor: string;
            because: ("empty" | "encoding_wrong" | "not_csv" | "columns_wrong" | "too_large" | "upload_cut_off" | "stopped" | "unexpected") | null;
            bytes: number;
            bytes_read: number;
            /** @description In a dry run: that would be. */
            created: number;
            dry_run: boolean;
            ended_at: string | null;
            /** @enum {unknown} */
            existing: "skip" | "update";
            faulty: number;
            id: string;
            /** @description The last line that was looked at. */
            line: number;
            /** @enum {unknown} */
            mode: "good_rows" | "all_or_nothing";
            /** @enum {unknown} */
            phase: "receiving" | "checking" | "writing";
            /** @description Rows below the first line. */
            read: number;
            /** @description So many more than the report holds. */
            remarks_left_out: number;
            skipped: number;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            started_at: string;
            /**
             * @description `refused`: all or nothing, and some rows can’t be kept. `broken_off`: the service stopped; send the file again with `existing=skip`.
             * @enum {unknown}
             */
            state: "running" | "done" | "refused" | "failed" | "broken_off";
            updated: number;
            warnings: number;
        };
        AccountSecurity: {
            call: components["schemas"]["CallState"];
            /** @description How many factors. */
            effective_level: 1 | 2;
            /** @description Only those may help who have `w_admin`, too. */
            is_administrator: boolean;
            locked: boolean;
            login: string;
            /** @description Whether you may. */
            may_help: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            now: string;
            password: components["schemas"]["PasswordState"];
            required_level: (1 | 2) | null;
            /** @description The `sub` of an account. */
            sub: string;
        };
        Administrator: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            appointed_at: string;
            /** @description The account is locked: they do not get in. */
            locked: boolean;
            login: string;
            name: string | null;
            privileges: components["schemas"]["Privilege"][];
            roles: components["schemas"]["Role"][];
            second_factor: components["schemas"]["SecondFactor"];
            /** @description The `sub` of an account. */
            sub: string;
        };
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
            /** @description What it has to know of blitz-idp: `/.well-known/openid-configuration` below it says the rest. */
            issuer: string;
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
            /** @description What it has to know of blitz-idp: `/.well-known/openid-configuration` below it says the rest. */
            issuer: string;
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
        /** @description By the names of `GET attributes`. An empty text is no value. */
        AttributeValues: {
            [key: string]: string;
        };
        Author: {
            /** @description The `sub` of an account, or the `client_id` of a program. */
            id: string;
            name: string | null;
        };
        Caller: {
            fresh_until: string | null;
            /** @description The `sub` of a person, the `client_id` of a program. */
            id: string;
            /** @enum {unknown} */
            kind: "person" | "program";
            privileges: components["schemas"]["Privilege"][];
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
        CallQueues: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            as_of: string;
            calls: components["schemas"]["QueueLine"];
            follow_ups: components["schemas"]["QueueLine"];
        };
        CallsOverview: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            as_of: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            before: string;
            /** @enum {unknown} */
            bucket: "hour" | "day";
            buckets: {
                asked: number;
                /**
                 * Format: date-time
                 * @description RFC 3339, in UTC.
                 * @example 2026-11-26T12:00:00.000Z
                 */
                at: string;
                completed: number;
                failed: number;
                placed: number;
                refused: number;
            }[];
            /** @description The most frequent first. */
            failures: {
                count: number;
                /** @description Empty where none was told. */
                reason: string;
            }[];
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            from: string;
            /** @description The most frequent first. */
            guards: {
                count: number;
                /** @description Empty where none was told. */
                reason: string;
            }[];
            /** @description The most frequent first. */
            refusals: {
                count: number;
                /** @description Empty where none was told. */
                reason: string;
            }[];
            time_to_code: {
                /** @description Of so many: the last ones, 500 at most. */
                codes: number;
                mean_ms: number;
                p50_ms: number;
                p90_ms: number;
            } | null;
            totals: {
                asked: number;
                blocks_begun: number;
                completed: number;
                failed: number;
                placed: number;
                refused: number;
                wrong_entries: number;
            };
        };
        CallState: {
            /** @description Where the number stands. */
            attribute: string;
            blocked_until: string | null;
            next_call_at: string | null;
            number: string | null;
            /** @description Switched on as a second factor. */
            offered: boolean;
            /** @description Attempts since the last success. */
            spent: number;
            state: ("queued" | "dialling" | "awaiting" | "confirmed" | "closed") | null;
            /** @description Attempts until the block. */
            total: number;
            tries_left: number | null;
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
        Candidate: {
            is_administrator: boolean;
            locked: boolean;
            login: string;
            name: string | null;
            second_factor: components["schemas"]["SecondFactor"];
            /** @description The `sub` of an account. */
            sub: string;
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
        DirectoryAttribute: {
            format: string;
            name: string;
            required: boolean;
            /** @description Whether people log in with it. */
            searchable: boolean;
            unique: boolean;
            /** @description How many accounts have a valid telephone number in it; a minute old at most. */
            valid_numbers: number;
        };
        Ended: {
            count: number;
        };
        Event: {
            actor: string | null;
            actor_name: string | null;
            address: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            at: string;
            client_id: string | null;
            correlation_id: string | null;
            details: components["schemas"]["EventDetails"];
            /** @description Its number in the journal. */
            id: string;
            login: string | null;
            method: string | null;
            outcome: components["schemas"]["EventOutcome"];
            person: string | null;
            sid: string | null;
            sub: string | null;
            type: components["schemas"]["EventType"];
            user_agent: string | null;
        };
        EventDetails: {
            actor?: string;
            because?: string;
            browser_trusted?: boolean;
            budget_left?: number;
            /** @description Field by field. Secrets are covered, telephone numbers masked. */
            change?: {
                [key: string]: {
                    after?: unknown;
                    before?: unknown;
                };
            };
            changed?: number;
            count?: number;
            deed?: string;
            /** @description Milliseconds. */
            dial_ms?: number;
            factors?: number;
            grant?: string;
            grant_id?: string;
            hint?: string;
            kid?: string;
            name?: string;
            paid_back?: boolean;
            reason?: string;
            resource?: string;
            step_up?: boolean;
            target?: string;
            tries_left?: number;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            until?: string;
            version?: number;
        };
        /** @enum {unknown} */
        EventOutcome: "success" | "failure" | "neutral";
        /** @enum {unknown} */
        EventType: "administration" | "administrator_entered" | "administrator_refused" | "administrator_left" | "password_right" | "login_started" | "password_wrong" | "password_waits" | "password_blocked" | "call_asked" | "call_repeated" | "call_refused" | "guard_fired" | "call_placed" | "call_rang" | "call_failed" | "provider_passed_over" | "provider_rests" | "provider_works" | "entry_right" | "entry_wrong" | "entry_refused" | "method_blocked" | "login_completed" | "login_refused" | "browser_trusted" | "browser_recognised" | "browsers_revoked" | "password_changed" | "logged_out" | "tokens_issued" | "tokens_refreshed" | "tokens_revoked" | "token_refused" | "settings_saved" | "procedure_saved" | "plan_saved" | "secret_saved" | "secret_deleted" | "secrets_resealed" | "test_call" | "signing_key_made" | "signing_key_retired";
        Examined: {
            entry_points: string[];
            problems: {
                column: number;
                line: number;
                message: string;
            }[];
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
        PasswordState: {
            blocked_until: string | null;
            /** @description The password can’t be used; other ways in stay open. */
            locked: boolean;
            set_at: string | null;
            /** @description Attempts since the last success. */
            spent: number;
            /** @description Attempts until the block. */
            total: number;
            waits_until: string | null;
        };
        PersonSession: {
            /** @description Where it was used last. */
            address: string;
            applications: {
                client_id: string;
                name: string;
            }[];
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            begun_at: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            expires_at: string;
            id: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            last_used_at: string;
            user_agent: string;
        };
        Plan: {
            entries: {
                /** @description None: every number. */
                destinations: string[];
                enabled: boolean;
                /**
                 * @description Lower-case words with - between them, with three digits at most.
                 * @example my-provider
                 */
                procedure: string;
            }[];
            /** @description 0 before the first was saved. */
            version: number;
        };
        /** @enum {unknown} */
        Privilege: "w_admin" | "r_audit" | "w_system" | "w_app" | "w_ui" | "w_user";
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
        Procedure: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            at: string;
            author: components["schemas"]["Author"];
            /** @description What it can do: `run`, `check`, `status`, `hangUp`. */
            entry_points: string[];
            hosts: string[];
            /**
             * @description Lower-case words with - between them, with three digits at most.
             * @example my-provider
             */
            key: string;
            name: string;
            /** @description The names that the source asks for. */
            secrets: string[];
            source: string;
            version: number;
        };
        ProcedureSecret: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            at: string;
            author: components["schemas"]["Author"];
            hosts: string[];
            /**
             * @description As `secrets.get` has it.
             * @example token
             */
            name: string;
            /** @description Those of them that are asked for no call: they reach hosts that the secret is not kept for. */
            refused_to: string[];
            /** @description Procedures that name it. */
            used_by: string[];
        };
        ProcedureSummary: {
            /** @description What it can do: `run`, `check`, `status`, `hangUp`. */
            entry_points: string[];
            hosts: string[];
            /**
             * @description Lower-case words with - between them, with three digits at most.
             * @example my-provider
             */
            key: string;
            name: string;
            rests_until: string | null;
            /** @description The names that the source asks for. */
            secrets: string[];
            unfit: string | null;
            version: number;
        };
        ProcedureTemplate: {
            code_length: {
                from: number;
                to: number;
            };
            destinations: string[];
            hosts: string[];
            id: string;
            name: string;
            secrets: {
                help: string;
                name: string;
            }[];
            /** @description Constants at the top of the source to look at. */
            settings: string[];
            source: string;
        };
        ProcedureTemplateSummary: {
            code_length: {
                from: number;
                to: number;
            };
            destinations: string[];
            hosts: string[];
            id: string;
            name: string;
            secrets: {
                help: string;
                name: string;
            }[];
            /** @description Constants at the top of the source to look at. */
            settings: string[];
        };
        ProcedureVersion: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            at: string;
            author: components["schemas"]["Author"];
            hosts: string[];
            name: string;
            version: number;
        };
        QueueLine: {
            active: number;
            delayed: number;
            /** @description A dialler broke down with them. */
            failed: number;
            /** @description 0 when none waits. */
            oldest_wait_ms: number;
            /** @description How long those under way have been, the longest first; 50 at most. */
            under_way_ms: number[];
            waiting: number;
        };
        /** @description How many factors the account is asked for; null leaves it to the configuration. */
        RequiredFactor: 1 | 2 | null;
        /**
         * @description What an administrator is; `GET roles` tells what each may do.
         * @enum {unknown}
         */
        Role: "root" | "security" | "sysadmin" | "app_admin" | "ui_admin" | "support";
        RoleWithPrivileges: {
            privileges: components["schemas"]["Privilege"][];
            role: components["schemas"]["Role"];
        };
        SecondFactor: {
            number: string | null;
            /**
             * @description `switched_off`: no second factor is switched on for anybody.
             * @enum {unknown}
             */
            state: "usable" | "switched_off" | "number_missing" | "number_invalid";
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
        TrustedBrowser: {
            address: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            expires_at: string;
            id: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            last_used_at: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            made_at: string;
            user_agent: string;
        };
        User: {
            attributes: components["schemas"]["AttributeValues"];
            /**
             * Format: date-time
             * @description RFC 3339, in UTC.
             * @example 2026-11-26T12:00:00.000Z
             */
            created_at: string;
            locked: boolean;
            login: string;
            password_locked: boolean;
            required_factor: components["schemas"]["RequiredFactor"];
            /** @description The `sub` of an account. */
            sub: string;
            /** @description What another account has too: nobody can log in with it. */
            warnings: {
                /** @enum {unknown} */
                attribute: "email" | "phone_number";
                /** @constant */
                rule: "shared";
            }[];
        };
        UserItem: {
            email: string | null;
            locked: boolean;
            login: string;
            name: string | null;
            phone_number: string | null;
            required_factor: components["schemas"]["RequiredFactor"];
            /** @description The `sub` of an account. */
            sub: string;
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
    getAdministrators: {
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
                        items: components["schemas"]["Administrator"][];
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
    postAdministrators: {
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
                "application/json": {
                    roles: components["schemas"]["Role"][];
                    /** @description The `sub` of an account. */
                    sub: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Administrator"];
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
    getAdministratorsSub: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sub: string;
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
                    "application/json": components["schemas"]["Administrator"];
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
    putAdministratorsSub: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`. */
                "If-Match"?: string;
                /** @description `*`: nothing may stand there yet. */
                "If-None-Match"?: string;
            };
            path: {
                sub: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: components["schemas"]["Role"][];
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
                    "application/json": components["schemas"]["Administrator"];
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
    deleteAdministratorsSub: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`. */
                "If-Match"?: string;
                /** @description `*`: nothing may stand there yet. */
                "If-None-Match"?: string;
            };
            path: {
                sub: string;
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
    getAdministratorsCandidates: {
        parameters: {
            query: {
                login: string;
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
                        items: components["schemas"]["Candidate"][];
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
    getAttributes: {
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
                        items: components["schemas"]["DirectoryAttribute"][];
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
    getCaller: {
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
                    "application/json": components["schemas"]["Caller"];
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
    getCallsOverview: {
        parameters: {
            query?: {
                bucket?: "hour" | "day";
                from?: string;
                to?: string;
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
                    "application/json": components["schemas"]["CallsOverview"];
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
    getCallsQueue: {
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
                    "application/json": components["schemas"]["CallQueues"];
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
    getEvents: {
        parameters: {
            query?: {
                actor?: string;
                address?: string;
                before?: string;
                client_id?: string;
                correlation_id?: string;
                cursor?: string;
                from?: string;
                limit?: number;
                outcome?: components["schemas"]["EventOutcome"];
                sub?: string;
                type?: components["schemas"]["EventType"][];
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
                        items: components["schemas"]["Event"][];
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
    getEventsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["Event"];
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
    getEventsExport: {
        parameters: {
            query: {
                actor?: string;
                address?: string;
                before?: string;
                client_id?: string;
                correlation_id?: string;
                format: "csv" | "json";
                from?: string;
                outcome?: components["schemas"]["EventOutcome"];
                sub?: string;
                type?: components["schemas"]["EventType"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "text/csv": string;
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
    getEventsLive: {
        parameters: {
            query?: {
                actor?: string;
                address?: string;
                before?: string;
                client_id?: string;
                correlation_id?: string;
                from?: string;
                outcome?: components["schemas"]["EventOutcome"];
                sub?: string;
                type?: components["schemas"]["EventType"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
    getLanguage: {
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
                        /** @description procedure.d.ts */
                        declarations: string;
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
    getPlan: {
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
                    "application/json": components["schemas"]["Plan"];
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
    putPlan: {
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
                    /** @description In the order in which they are asked. */
                    entries: {
                        /** @description None: every number. */
                        destinations: string[];
                        enabled: boolean;
                        /**
                         * @description Lower-case words with - between them, with three digits at most.
                         * @example my-provider
                         */
                        procedure: string;
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
                    "application/json": components["schemas"]["Plan"];
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
    getProcedures: {
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
                        items: components["schemas"]["ProcedureSummary"][];
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
    getProceduresKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
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
                    "application/json": components["schemas"]["Procedure"];
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
    putProceduresKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`. */
                "If-Match"?: string;
                /** @description `*`: nothing may stand there yet. */
                "If-None-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hosts: string[];
                    name: string;
                    /** @description TypeScript, see `GET language`. */
                    source: string;
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
                    "application/json": components["schemas"]["Procedure"];
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
    getProceduresKeyVersions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
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
                        items: components["schemas"]["ProcedureVersion"][];
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
    getProceduresKeyVersionsVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
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
                    "application/json": components["schemas"]["Procedure"];
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
    postProceduresKeyVersionsVersionRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`. */
                "If-Match"?: string;
                /** @description `*`: nothing may stand there yet. */
                "If-None-Match"?: string;
            };
            path: {
                key: string;
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
                    "application/json": components["schemas"]["Procedure"];
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
    postProceduresExamine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hosts: string[];
                    key?: string;
                    name: string;
                    /** @description TypeScript, see `GET language`. */
                    source: string;
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
                    "application/json": components["schemas"]["Examined"];
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
    getRoles: {
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
                        items: components["schemas"]["RoleWithPrivileges"][];
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
    getSecrets: {
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
                        items: components["schemas"]["ProcedureSecret"][];
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
    putSecretsName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Where it may go. */
                    hosts: string[];
                    /** @description Never answered by anything. */
                    value: string;
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
                    "application/json": components["schemas"]["ProcedureSecret"];
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
    deleteSecretsName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
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
    getTemplates: {
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
                        items: components["schemas"]["ProcedureTemplateSummary"][];
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
    getTemplatesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["ProcedureTemplate"];
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
                "application/json": {
                    /** @description The installation’s own when left out. */
                    code_length?: number;
                    draft?: {
                        hosts: string[];
                        name: string;
                        /** @description TypeScript, see `GET language`. */
                        source: string;
                    };
                    /**
                     * @description With country code.
                     * @example +79001234567
                     */
                    phone_number: string;
                    /**
                     * @description Lower-case words with - between them, with three digits at most.
                     * @example my-provider
                     */
                    procedure: string;
                };
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
    getUsers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
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
                        items: components["schemas"]["UserItem"][];
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
    postUsers: {
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
                "application/json": {
                    attributes?: components["schemas"]["AttributeValues"];
                    login: string;
                    required_factor?: components["schemas"]["RequiredFactor"];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
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
    getUsersSub: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sub: string;
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
                    "application/json": components["schemas"]["User"];
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
    putUsersSub: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`. */
                "If-Match"?: string;
                /** @description `*`: nothing may stand there yet. */
                "If-None-Match"?: string;
            };
            path: {
                sub: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    attributes: components["schemas"]["AttributeValues"];
                    required_factor: components["schemas"]["RequiredFactor"];
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
                    "application/json": components["schemas"]["User"];
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
    getUsersSubBrowsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sub: string;
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
                        items: components["schemas"]["TrustedBrowser"][];
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
    deleteUsersSubBrowsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sub: string;
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
                    "application/json": components["schemas"]["Ended"];
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
    deleteUsersSubBrowsersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sub: string;
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
    putUsersSubLevel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sub: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    level: (1 | 2) | null;
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
                    "application/json": components["schemas"]["AccountSecurity"];
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
    putUsersSubLock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sub: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    locked: boolean;
                    password_locked: boolean;
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
                    "application/json": components["schemas"]["AccountSecurity"];
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
    postUsersSubPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sub: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One is drawn when it is left out. */
                    password?: string;
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
                    "application/json": {
                        password: string | null;
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
    postUsersSubResetFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sub: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    method: "flashCall";
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
                    "application/json": components["schemas"]["AccountSecurity"];
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
    getUsersSubSecurity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sub: string;
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
                    "application/json": components["schemas"]["AccountSecurity"];
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
    getUsersSubSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sub: string;
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
                        items: components["schemas"]["PersonSession"][];
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
    deleteUsersSubSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sub: string;
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
                    "application/json": components["schemas"]["Ended"];
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
    deleteUsersSubSessionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sub: string;
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
    postUsersSubUnblock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sub: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    method: "password" | "flashCall";
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
                    "application/json": components["schemas"]["AccountSecurity"];
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
    getUsersImports: {
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
                        items: components["schemas"]["AccountImport"][];
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
    postUsersImports: {
        parameters: {
            query?: {
                dry_run?: boolean;
                existing?: "skip" | "update";
                mode?: "good_rows" | "all_or_nothing";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountImport"];
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
    getUsersImportsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["AccountImport"];
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
    getUsersImportsIdReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A row for each remark */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
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
