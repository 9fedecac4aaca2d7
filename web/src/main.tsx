import { render } from 'solid-js/web'
import { App } from './App.tsx'
import { prefer } from './base/preferences.ts'
import './base/styles/index.css'

prefer({})
const place = document.getElementById('app')
if (place) render(() => <App />, place)
