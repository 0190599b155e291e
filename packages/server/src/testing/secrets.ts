export const clientSecret = 'web-secret-for-local-development-only';
export const cookieSecret = 'a-secret-for-tests-of-more-than-32-bytes';
