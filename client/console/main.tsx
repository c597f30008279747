import { render } from 'preact';
import '../ui/kern.css';
import './styles/console.css';
import './styles/controls.css';
import './styles/tables.css';
import './styles/pages.css';
import './styles/results.css';
import './styles/compare.css';
import { App } from './app.tsx';
import { followTheme } from './theme.ts';

followTheme();
const place = document.getElementById('console');
if (place !== null) render(<App />, place);
