import './base/styles/index.css'
import { render } from 'solid-js/web'
import { App } from './App.tsx'
import { prefer } from './base/preferences.ts'

prefer({})
const place = document.getElementById('app')
if (place) render(() => <App />, place)
