import { auth } from '../../../lib/auth';

export const GET = (request: Request) => auth(request);
export const POST = (request: Request) => auth(request);
