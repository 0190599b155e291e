import { type NextRequest, NextResponse } from 'next/server';
import { auth } from './lib/auth';

/** Keeps the session alive while it is used: pages can read its cookie, but not renew it. */
export async function proxy(request: NextRequest) {
  const response = NextResponse.next();
  const { setCookies } = await auth.getSession(request);
  for (const cookie of setCookies) response.headers.append('set-cookie', cookie);
  return response;
}

export const config = { matcher: ['/((?!auth/|_next/static|_next/image|favicon.ico).*)'] };
