import { createHash } from 'node:crypto'

/** What the page says went wrong. */
export type SignInFault =
  { readonly code: 'SIGN_IN_WRONG' } | { readonly code: 'SIGN_IN_LOCKED'; readonly seconds: number }

const STYLE = `
body { font: 1.125rem/1.6 "Noto Sans TC", "Noto Sans CJK TC", "Microsoft JhengHei", "PingFang TC", sans-serif;
  margin: 0 auto; max-width: 34rem; padding: 1.5rem; color: #0b0c0c; background: #fff }
h1 { font-size: 1.6rem; line-height: 1.3 }
label, .hint { display: block; margin-top: 1rem }
label { font-weight: 700 }
input { font: inherit; box-sizing: border-box; width: 100%; min-height: 44px; padding: 0.4rem 0.6rem; border: 2px solid #0b0c0c }
button { font: inherit; font-weight: 700; min-height: 44px; margin-top: 1.5rem; padding: 0.5rem 1.5rem; border: 0; color: #fff; background: #00592e }
:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 3px }
.fault { border: 4px solid #b3001b; padding: 0.75rem 1rem }
.fault h2 { font-size: 1.2rem; margin: 0 }
.demo { border-left: 6px solid #5a5a5a; padding-left: 1rem }
@media print { button { display: none } }
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Nothing runs, nothing is loaded; the form goes to this origin alone, and no page may frame it. */
export const SIGN_IN_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`

/** The sign-in page, in Traditional Chinese and English; it needs no script. */
export function renderSignInPage(page: {
  /** where the form goes */
  readonly action: string
  readonly login?: string
  readonly fault?: SignInFault
}): string {
  const { action, login = '', fault } = page
  const invalid = fault ? ' aria-invalid="true" aria-describedby="fault"' : ''
  return `<!doctype html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${fault ? '錯誤：' : ''}登入 聯合服務匯流站</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>登入 聯合服務匯流站<br><span lang="en">Sign in to the joint-service hub</span></h1>
${fault ? renderFault(fault) : ''}
<p class="demo">示範系統，只有虛構的人。帳號與密碼見說明文件。<br><span lang="en">A demo with synthetic people; accounts and password are in the documentation.</span></p>
<form method="post" action="${escape(action)}">
<label for="login">帳號 <span lang="en">Account</span></label>
<input id="login" name="login" value="${escape(login)}" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="64"${invalid}>
<label for="password">密碼 <span lang="en">Password</span></label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="128"${invalid}>
<p class="hint">系統會記錄您查詢了誰、查了什麼、依據為何。<br><span lang="en">Whom you look up, what you see and on which ground is written down.</span></p>
<button type="submit">登入 <span lang="en">Sign in</span></button>
</form>
</main>
</body>
</html>
`
}

function renderFault(fault: SignInFault): string {
  const minutes = fault.code === 'SIGN_IN_LOCKED' ? Math.ceil(fault.seconds / 60) : 0
  const [text, english] =
    fault.code === 'SIGN_IN_LOCKED'
      ? [
          `嘗試次數過多，請於 ${minutes} 分鐘後再試。`,
          `Too many tries; try again in ${minutes} minutes.`,
        ]
      : ['帳號或密碼不正確。', 'The account or the password is wrong.']
  return `<div class="fault" id="fault" role="alert">
<h2>錯誤 <span lang="en">Error</span></h2>
<p><a href="#login">${text}</a><br><span lang="en">${english}</span> (${fault.code})</p>
</div>`
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}
