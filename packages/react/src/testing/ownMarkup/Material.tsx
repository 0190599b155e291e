import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { identifierText } from '@auth0-passwordless/core';
import type { ReactNode } from 'react';
import { type CodeStep, type IdentifierStep, useErrorText } from '../../index.ts';
import './PlainLogin.css';

/** The first step in Material UI. Its text field takes the props of the input as a slot. */
export function MaterialIdentifier({ login }: { login: IdentifierStep }): ReactNode {
  const error = useErrorText(login);
  const { id, ...input } = login.getIdentifierInputProps();
  return (
    <Stack component="form" spacing={2} sx={{ maxWidth: 360 }} {...login.getIdentifierFormProps()}>
      <Typography variant="h5" component="h2">
        Sign in
      </Typography>
      <TextField
        id={id}
        label="Email address"
        slotProps={{ htmlInput: input }}
        error={Boolean(error)}
      />
      {error && (
        <Alert severity="error" role="presentation" {...login.getErrorProps()}>
          {error}
        </Alert>
      )}
      <Button variant="contained" size="large" {...login.getSubmitButtonProps()}>
        Continue
      </Button>
    </Stack>
  );
}

/** The code step in Material UI. */
export function MaterialCode({ login }: { login: CodeStep }): ReactNode {
  const error = useErrorText(login);
  const { id, ...input } = login.getCodeInputProps();
  return (
    <Stack component="form" spacing={2} sx={{ maxWidth: 360 }} {...login.getCodeFormProps()}>
      <Typography variant="h5" component="h2">
        Check your email
      </Typography>
      <Typography>We sent a code to {identifierText(login.identifier)}.</Typography>
      <input {...login.getUsernameInputProps()} />
      <TextField
        id={id}
        label="Verification code"
        slotProps={{ htmlInput: input }}
        error={Boolean(error)}
      />
      {error && (
        <Alert severity="error" role="presentation" {...login.getErrorProps()}>
          {error}
        </Alert>
      )}
      <Button variant="contained" size="large" {...login.getSubmitButtonProps()}>
        Verify
      </Button>
      <Button {...login.getResendButtonProps()}>Send a new code</Button>
      <Button {...login.getEditIdentifierButtonProps()}>Use a different email</Button>
    </Stack>
  );
}
