import type { Meta } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { PasswordlessLogin } from '../PasswordlessLogin.tsx';
import {
  type LoginArgs,
  type LoginStory as Story,
  renderLogin,
  travel,
} from '../testing/loginStory.tsx';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import type { Language } from './partMessages.ts';
import { pl } from './pl.ts';
import { ptBR } from './pt-BR.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { zhHans } from './zh-Hans.ts';
import '../styles.css';

/** Every language that comes with the package, on the step that says most: the code step, with a wrong code in it. */
const meta: Meta<LoginArgs> = {
  title: 'PasswordlessLogin/Every language',
  component: PasswordlessLogin,
  args: { onAuthenticated: fn() },
  render: renderLogin,
};
export default meta;

const storyIn = (messages: Language): Story => ({
  parameters: { auth0: { messages } },
  play: async (context) => {
    await travel(context, 'Code: wrong');
    const login = context.canvasElement.querySelector('.auth0-passwordless');
    await expect(login).toHaveAttribute('lang', messages.locale);
    await expect(login).toHaveAttribute('dir', messages.direction);
    await waitFor(() => expect(context.canvas.getByRole('alert')).not.toBeEmptyDOMElement());
    await expect(context.canvas.getByLabelText(messages['code.label'])).toHaveFocus();
    await expect(context.canvasElement).not.toHaveTextContent(/Verification|Send a new|undefined/);
  },
});

export const Arabic = storyIn(ar);
export const German = storyIn(de);
export const Spanish = storyIn(es);
export const Persian = storyIn(fa);
export const French = storyIn(fr);
export const Hebrew = storyIn(he);
export const Italian = storyIn(it);
export const Japanese = storyIn(ja);
export const Korean = storyIn(ko);
export const Dutch = storyIn(nl);
export const Polish = storyIn(pl);
export const Portuguese = storyIn(ptBR);
export const Turkish = storyIn(tr);
export const Ukrainian = storyIn(uk);
export const Chinese = storyIn(zhHans);
