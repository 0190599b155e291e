import type { ReactNode } from 'react';
import '@auth0-passwordless/react/styles.css';
import './app.css';

export const metadata = { title: 'Passwordless login with nextjs-auth0' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
