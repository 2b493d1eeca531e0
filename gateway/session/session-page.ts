import type { HubError } from '../../schemas/errors.ts'

/** Nothing runs and nothing is loaded on the pages of a sign-in. */
export const SESSION_PAGE_POLICY = `default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'`

/**
 * The page after a sign-in. It goes on by itself: only a page of the hub's own origin can lead on with
 * a Strict cookie, the redirect that came from the issuer cannot.
 */
export function renderSignedInPage(returnTo: string): string {
  const target = escape(returnTo)
  return renderPage(
    '已登入',
    `<p><a href="${target}">繼續</a> <span lang="en">You are signed in: <a href="${target}">go on</a></span></p>`,
    `<meta http-equiv="refresh" content="0; url=${target}">`,
  )
}

/** The page of a sign-in that did not succeed, with a way to begin again. */
export function renderRefusedPage({ code, message }: HubError): string {
  return renderPage(
    '錯誤：無法登入',
    `<p>登入沒有完成，請再試一次。</p>
<p lang="en">${escape(message)} (${escape(code)})</p>
<p><a href="/session/sign-in">重新登入 <span lang="en">Sign in again</span></a></p>`,
  )
}

function renderPage(title: string, content: string, head = ''): string {
  return `<!doctype html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
<title>${title} 聯合服務匯流站</title>
</head>
<body>
<main>
<h1>${title} 聯合服務匯流站</h1>
${content}
</main>
</body>
</html>
`
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}
