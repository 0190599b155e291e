import './timeMachine/register.tsx';
