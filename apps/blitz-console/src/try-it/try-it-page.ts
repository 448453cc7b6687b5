import { fileUrl } from './try-it-paths.ts';

export const tryItPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Blitz admin API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${fileUrl('swagger-ui.css')}">
<link rel="stylesheet" href="${fileUrl('try-it.css')}">
<script src="${fileUrl('swagger-ui-bundle.js')}" defer></script>
<script src="${fileUrl('try-it.js')}" defer></script>
</head>
<body>
<header>
<p id="who" role="status">Looking who you are …</p>
<nav><a href="/blitz/console/">Console</a> <a href="/blitz/admin/api/v1/openapi.json">OpenAPI document</a></nav>
</header>
<main id="api"><noscript>This page needs scripts. The document itself: <a href="/blitz/admin/api/v1/openapi.json">openapi.json</a>.</noscript></main>
</body>
</html>
`;
