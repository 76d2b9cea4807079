window.__JOBS__ = {"jobs": [{"title": "Buoy Painter", "company": "Bright Buoys", "location": "Bergen"}]};
render(window.__JOBS__);
